// Made only where there is a secret: the key of a language model (`model-key`), or the certificate or password of the bot's
// registration (`bot-certificate`, `bot-password`). It is put in by hand and passes through no deployment:
//
//   az keyvault secret set --vault-name NAME --name model-key --value …
//   az keyvault certificate create --vault-name NAME --name bot-certificate --policy @policy.json   (content type application/x-pem-file)

@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param subnetId string
param administratorAddresses string[]
param principalId string
param workspaceId string
param hasLocks bool

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

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (hasLocks) {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'The secrets of Convenor. Remove this lock only to remove all of it.'
  }
}

// Who read which secret when.
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

@description('Where the secrets are, not the secrets: ends with a slash.')
output uri string = vault.properties.vaultUri
