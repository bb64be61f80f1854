// The bot: by which registration Teams knows Convenor, and the way between them.

param name string
param tags object
param displayName string
param domain string
param botType string
param botId string
param identityId string
param tenantId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    // The standard channels, of which Teams is one, cost nothing.
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${domain}/api/messages'
    msaAppType: botType
    msaAppId: botId
    msaAppMSIResourceId: botType == 'UserAssignedMSI' ? identityId : null
    msaAppTenantId: tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
    }
  }
}
