// The records (tables) and the notices under way (queues). There are no keys: whoever reads or writes is an identity with a role,
// and comes from the app's network or from an administrator's address.
//
// Azure has no soft delete, no versions and no restore to a point in time for tables. What stands in for them: copies
// (`redundancy`), the history that Convenor itself keeps of every record, and backups; see “Restore” in docs/operations.md.

@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param redundancy string
param subnetId string
param administratorAddresses string[]
param principalId string
param workspaceId string
param hasLocks bool

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      virtualNetworkRules: [
        {
          id: subnetId
          action: 'Allow'
        }
      ]
      ipRules: [
        for address in administratorAddresses: {
          value: address
          action: 'Allow'
        }
      ]
    }
  }
}

// Convenor keeps nothing in blobs or files; should somebody do by hand, it can be had back for a month.
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 30
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 30
    }
  }
}

var roles = {
  // Storage Table Data Contributor
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  // Storage Queue Data Contributor
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (hasLocks) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The records of safeguarding partnerships. Remove this lock only to remove all of it.'
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

// Who read or wrote which row, by its keys, which hold ids and never what people write. Queues are polled all day and left out.
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: tables
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

output tablesUrl string = 'https://${account.name}.table.${az.environment().suffixes.storage}'
