// Convenor in Azure: a bot, a web app, a storage account, one identity for all of it, and what watches over them.
// One deployment of this file is one environment in one resource group:
//
//   az deployment group create --resource-group GROUP --name convenor \
//     --template-file infra/main.bicep --parameters infra/prod.bicepparam
//
// Nothing secret goes in or comes out. Whoever deploys needs Contributor and Role Based Access Control Administrator on the group.
// It has not been deployed; tests/infra holds it to what can be checked without Azure. See docs/decisions/0018-infrastructure.md.
targetScope = 'resourceGroup'

@description('Which of the two this is; it is part of every name.')
@allowed(['dev', 'prod'])
param environment string

@description('Where everything runs that has a place. Records of partnerships in England belong in the UK.')
param location string = 'uksouth'

@description('Tenants whose people may speak with Convenor, with commas between: one for each organisation.')
@minLength(36)
param allowedTenants string

@description('Who hears of alerts.')
@minLength(3)
param alertEmail string

@description('Application (client) id of the bot’s registration: what registration.bicep gave, or the first command in docs/operations.md. Left empty where botType is UserAssignedMSI.')
param botId string = ''

@description('SingleTenant: a registration, for which the managed identity or a secret speaks. UserAssignedMSI: the managed identity is the bot, a kind that Microsoft calls legacy.')
@allowed(['SingleTenant', 'UserAssignedMSI'])
param botType string = 'SingleTenant'

@description('What speaks for the registration: the managed identity by a federated credential, or a certificate or password that is kept in a vault, which is made then.')
@allowed(['identity', 'certificate', 'password'])
param botProof string = 'identity'

@description('Whether the machines stand in three zones. The plan must allow it (P0v3 does), with two machines at least.')
param zoneRedundant bool = false

@description('Whether storage and vault are locked against deletion. Only an owner or a user access administrator can lock.')
param hasLocks bool = false

@description('Plan of the web app. Slots and scaling need P0v3 or larger.')
param plan string

@description('Fewest machines.')
@minValue(1)
param fewestInstances int

@description('Most machines; the same as the fewest switches scaling off.')
@minValue(1)
param mostInstances int

@description('Whether there is a second slot to warm up a new version in.')
param hasSlot bool

@description('Copies of what is stored: LRS within one building, ZRS in three zones, GZRS also in another region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param redundancy string

@description('Addresses outside Azure from which administrators may import and export, such as 203.0.113.7.')
param administratorAddresses string[] = []

@description('Whether Convenor speaks up by itself.')
@allowed(['on', 'off'])
param notices string = 'on'

@description('Whether whoever cannot be reached is told in their group\'s chat by a message that they alone see. In developer preview in 2026.')
@allowed(['on', 'off'])
param targetedMessages string = 'off'

@description('A language model for what Convenor is unsure of: off, openai or azure. Its key is kept in a vault, which is made then.')
@allowed(['off', 'openai', 'azure'])
param model string = 'off'

@description('Address of the model’s server.')
param modelEndpoint string = ''

@description('The model; in Azure, its deployment.')
param modelName string = ''

@description('So many messages a month are shown to the model and no more.')
@minValue(1)
param modelMonthlyCap int = 500

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

var name = 'convenor-${environment}'
// Names of storage accounts, vaults, web apps and bots are taken once in the whole of Azure.
var unique = uniqueString(resourceGroup().id)
var tags = {
  application: 'convenor'
  environment: environment
  'managed-by': 'infra/main.bicep'
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'convenor${environment}${take(unique, 8)}'
    location: location
    tags: tags
    redundancy: redundancy
    subnetId: network.outputs.subnetId
    administratorAddresses: administratorAddresses
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    hasLocks: hasLocks
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    logDays: logDays
    principalId: identity.outputs.principalId
  }
}

// The registration, or the managed identity where that is the bot itself.
var botClientId = botType == 'UserAssignedMSI' ? identity.outputs.clientId : botId
var hasVault = model != 'off' || botProof != 'identity'

module vault 'modules/vault.bicep' = if (hasVault) {
  name: 'vault'
  params: {
    name: 'convenor-${take(unique, 8)}'
    location: location
    tags: tags
    subnetId: network.outputs.subnetId
    administratorAddresses: administratorAddresses
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    hasLocks: hasLocks
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: '${name}-${take(unique, 8)}'
    location: location
    tags: tags
    plan: plan
    zoneRedundant: zoneRedundant
    fewestInstances: fewestInstances
    mostInstances: mostInstances
    hasSlot: hasSlot
    subnetId: network.outputs.subnetId
    identityId: identity.outputs.id
    insightsName: monitoring.outputs.insightsName
    botId: botClientId
    botType: botType
    botProof: botProof
    managedIdentityId: identity.outputs.clientId
    botTenantId: identity.outputs.tenantId
    allowedTenants: allowedTenants
    tablesUrl: storage.outputs.tablesUrl
    notices: notices
    targetedMessages: targetedMessages
    model: model
    modelEndpoint: modelEndpoint
    modelName: modelName
    modelMonthlyCap: modelMonthlyCap
    vaultUri: hasVault ? vault!.outputs.uri : ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${take(unique, 8)}'
    tags: tags
    displayName: environment == 'prod' ? 'Convenor' : 'Convenor (${environment})'
    domain: app.outputs.domain
    botType: botType
    botId: botClientId
    identityId: identity.outputs.id
    tenantId: identity.outputs.tenantId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    email: alertEmail
    appId: app.outputs.id
    domain: app.outputs.domain
    insightsId: monitoring.outputs.insightsId
    notices: notices
  }
}

@description('Application (client) id of the bot: npm run package puts it into the Teams app.')
output botId string = botClientId
@description('Host name at which Teams reaches the bot.')
output botDomain string = app.outputs.domain
output environment string = environment
@description('For npm run import: TABLES_URL.')
output tablesUrl string = storage.outputs.tablesUrl
output appName string = app.outputs.name
@description('Whom the registration’s federated credential trusts: the third command in docs/operations.md.')
output identityPrincipalId string = identity.outputs.principalId
