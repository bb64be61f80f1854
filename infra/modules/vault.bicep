// Made only where a language model is switched on, for the one secret there is: the model's key. It is put in by hand and passes
// through no deployment:
//
//   az keyvault secret set --vault-name NAME --name model-key --value …

@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param subnetId string
param administratorAddresses string[]
param principalId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      virtualNetworkRules: [
        {
          id: subnetId
        }
      ]
      ipRules: [
        for address in administratorAddresses: {
          value: address
        }
      ]
    }
  }
}

// Key Vault Secrets User
var readSecrets = '4633458b-17de-408a-b874-0445c86b69e6'

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, readSecrets)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', readSecrets)
  }
}

@description('Where the key is, not the key.')
output modelKeyUri string = '${vault.properties.vaultUri}secrets/model-key'
