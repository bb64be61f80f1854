// The bot's registration in Entra, for which the managed identity of the web app speaks. Whoever deploys it may write applications
// (Application.ReadWrite.All, or the role Application Administrator); where that is somebody without Azure, the three commands in
// docs/operations.md do the same. Deploy it before main.bicep, in the same resource group, and give `botId` to that:
//
//   az deployment group create --resource-group GROUP --name convenor-registration \
//     --template-file infra/registration.bicep --parameters environment=prod --query properties.outputs.botId.value
//
// It has not been deployed. The extension comes from Microsoft's registry; bicepconfig.json says which.
extension microsoftGraphV1

targetScope = 'resourceGroup'

@description('Which of the two this is; it is part of every name.')
@allowed(['dev', 'prod'])
param environment string

@description('Where the identity is.')
param location string = 'uksouth'

@description('AzureADMyOrg: people of the directory, its guests among them. AzureADMultipleOrgs: installed in other organisations’ Teams too; each of their administrators consents.')
@allowed(['AzureADMyOrg', 'AzureADMultipleOrgs'])
param audience string = 'AzureADMyOrg'

var name = 'convenor-${environment}'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: name
    location: location
    tags: {
      application: 'convenor'
      environment: environment
      'managed-by': 'infra/main.bicep'
    }
  }
}

resource application 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: name
  displayName: environment == 'prod' ? 'Convenor' : 'Convenor (${environment})'
  signInAudience: audience

  resource identityCredential 'federatedIdentityCredentials@v1.0' = {
    name: '${application.uniqueName}/managed-identity'
    description: 'The managed identity of the web app speaks for this registration.'
    issuer: '${az.environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    audiences: ['api://AzureADTokenExchange']
    subject: identity.outputs.principalId
  }
}

resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: application.appId
}

@description('Application (client) id: main.bicep asks for it.')
output botId string = application.appId
