// The web app: Convenor's one process, on as many machines as are needed. A test compares `settings` with src/config.ts.

param name string
param location string
param tags object
param plan string
param zoneRedundant bool
param fewestInstances int
param mostInstances int
param hasSlot bool
param subnetId string
param identityId string
param insightsName string
param botId string
param botType string
param botProof string
param managedIdentityId string
param botTenantId string
param allowedTenants string
param tablesUrl string
param notices string
param targetedMessages string
param model string
param modelEndpoint string
param modelName string
param modelMonthlyCap int
param vaultUri string
param workspaceId string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// App Service reads the secret when it starts the app; the setting holds only where it is.
var secret = empty(vaultUri) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/'

var settings = {
  MODE: 'azure'
  PORT: '8080'
  LOG_LEVEL: 'info'
  TABLE_PREFIX: 'Convenor'
  STOP_SECONDS: '110'
  BOT_ID: botId
  BOT_TENANT_ID: botTenantId
  BOT_TYPE: botType
  MANAGED_IDENTITY_ID: botType == 'UserAssignedMSI' ? '' : managedIdentityId
  BOT_CERTIFICATE: botProof == 'certificate' ? '${secret}bot-certificate)' : ''
  BOT_PASSWORD: botProof == 'password' ? '${secret}bot-password)' : ''
  ALLOWED_TENANTS: allowedTenants
  TABLES_URL: tablesUrl
  MODEL: model
  MODEL_ENDPOINT: modelEndpoint
  MODEL_NAME: modelName
  TARGETED_MESSAGES: targetedMessages
  MODEL_MONTHLY_CAP: string(modelMonthlyCap)
  MODEL_KEY: model == 'off' ? '' : '${secret}model-key)'
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
}

// What the platform itself reads.
var platform = {
  // Nothing is built there, and nothing unpacked: the zip of `npm run bundle` is mounted, and a new version is another file.
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  WEBSITE_RUN_FROM_PACKAGE: '1'
  // Seconds until Convenor is ended when it is to stop: the most that App Service allows, and more than STOP_SECONDS.
  WEBSITES_CONTAINER_STOP_TIME_LIMIT: '120'
  // So many failed health checks, one a minute, until a machine gets no more requests.
  WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '2'
  // A swap waits until the new version answers so.
  WEBSITE_SWAP_WARMUP_PING_PATH: '/health/ready'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
}

var siteConfig = {
  linuxFxVersion: 'NODE|24-lts'
  appCommandLine: 'exec node src/bundle/main.js'
  alwaysOn: true
  // A machine that does not answer is replaced. One that is up while storage is not would be replaced in vain: alerts watch that.
  healthCheckPath: '/health/live'
  http20Enabled: true
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  ftpsState: 'Disabled'
  remoteDebuggingEnabled: false
  vnetRouteAllEnabled: true
}

resource farm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: plan
    capacity: fewestInstances
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // By this azd finds where its service belongs.
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: farm.id
    httpsOnly: true
    // Convenor keeps nothing in a process: any machine may answer.
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: siteConfig
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, platform, { NOTICES: notices })
  }

  resource sticky 'config' = {
    name: 'slotConfigNames'
    properties: {
      appSettingNames: ['NOTICES']
    }
  }

  // Deployments sign in as an identity; the passwords of a publish profile are switched off.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

resource slot 'Microsoft.Web/sites/slots@2024-04-01' = if (hasSlot) {
  parent: site
  name: 'staging'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: farm.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: siteConfig
  }

  // A version that is warming up, or that was just replaced, answers; it does not speak up by itself.
  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, platform, { NOTICES: 'off' })
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

// Who deployed, restarted or opened a console; and what the platform did.
resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      for category in ['AppServiceAuditLogs', 'AppServiceIPSecAuditLogs', 'AppServicePlatformLogs']: {
        category: category
        enabled: true
      }
    ]
  }
}

// One machine more when they are busy for five minutes, one fewer when they are idle for a quarter of an hour.
resource scaling 'Microsoft.Insights/autoscalesettings@2022-10-01' = if (mostInstances > fewestInstances) {
  name: name
  location: location
  tags: tags
  properties: {
    enabled: true
    targetResourceUri: farm.id
    profiles: [
      {
        name: 'by processor'
        capacity: {
          minimum: string(fewestInstances)
          maximum: string(mostInstances)
          default: string(fewestInstances)
        }
        rules: [
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: farm.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT5M'
              timeAggregation: 'Average'
              operator: 'GreaterThan'
              threshold: 70
            }
            scaleAction: {
              direction: 'Increase'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT5M'
            }
          }
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: farm.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT15M'
              timeAggregation: 'Average'
              operator: 'LessThan'
              threshold: 25
            }
            scaleAction: {
              direction: 'Decrease'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT15M'
            }
          }
        ]
      }
    ]
  }
}

output id string = site.id
output name string = site.name
output domain string = site.properties.defaultHostName
