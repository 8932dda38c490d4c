// The whole deployment; this file only wires. One module for each concern.
targetScope = 'subscription'

@minLength(1)
@maxLength(40)
@description('Name of the azd environment; part of the names of all resources.')
param environmentName string

@description('Azure region. Flex Consumption has to be available there.')
@metadata({ azd: { type: 'location' } })
param location string

@description('E-mail address that the SEC may write to about the requests this installation makes; also receives operational alerts and budget warnings.')
param contactEmail string

@description('E-mail address that alerts come from. With SendGrid it has to be a verified sender.')
param senderAddress string

@description('Name shown for the sender, and who the SEC is told is reading.')
param senderName string = 'Alerts'

// Without a default, so that azd asks for it; its name tells whoever is asked that none is an answer.
@secure()
@description('SendGrid API key with the permission Mail Send. Without it e-mails are stored as blobs in the container outbox.')
param sendGridApiKeyOrEmpty string

@description('Verification key of SendGrid\'s signed event webhook; empty where SendGrid reports nothing. Public, so no secret.')
param sendGridEventVerifier string = ''

@description('Address under which subscribers reach this installation, at most 47 characters; empty for the address of the function app.')
param publicUrl string = ''

@description('Object id of whoever deploys; may write secrets and read the self-test.')
param principalId string = ''

@allowed(['User', 'ServicePrincipal'])
@description('What the deploying principal is.')
param principalType string = 'User'

@description('Whether companies have pages, feeds and events that everybody may see.')
param showPublicPages bool = true

@description('When EDGAR is polled: six fields, UTC; empty for every five minutes.')
param pollSchedule string = ''

@minValue(0)
@maxValue(10000)
@description('Most requests for subscriptions that the public page takes in an hour; 0 closes the page.')
param signupsPerHour int = 60

@description('Storage, queues and tables behind private endpoints, and the app in a virtual network.')
param usePrivateNetwork bool = false

@description('A fixed outgoing address of its own, for when the SEC blocks a shared one. Needs usePrivateNetwork.')
param useNatGateway bool = false

@minValue(0)
@description('Monthly budget in the currency of the subscription; warnings at 80 and 100 percent. 0 for none.')
param monthlyBudget int = 50

@description('Extra tags for all resources.')
param extraTags object = {}

@description('First day of the budget; the first of a month.')
param budgetStart string = utcNow('yyyy-MM-01')

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = union({ 'azd-env-name': environmentName }, extraTags)
var names = {
  app: 'alerts-${take(token, 8)}'
  plan: 'plan-${token}'
  identity: 'id-alerts-${token}'
  storage: 'stalerts${take(token, 13)}'
  vault: 'kv-alerts-${take(token, 13)}'
  workspace: 'log-alerts-${token}'
  insights: 'appi-alerts-${token}'
  topic: 'evgt-alerts-${token}'
  network: 'vnet-alerts-${token}'
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: { name: names.identity, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: { workspaceName: names.workspace, insightsName: names.insights, location: location, tags: tags }
}

module network 'modules/network.bicep' = if (usePrivateNetwork) {
  name: 'network'
  scope: group
  params: { name: names.network, location: location, tags: tags, useNatGateway: useNatGateway }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: { name: names.storage, location: location, tags: tags, isPrivate: usePrivateNetwork }
}

module endpoints 'modules/endpoints.bicep' = if (usePrivateNetwork) {
  name: 'endpoints'
  scope: group
  params: {
    storageName: storage.outputs.name
    networkId: usePrivateNetwork ? network!.outputs.id : ''
    subnetId: usePrivateNetwork ? network!.outputs.endpointSubnetId : ''
    location: location
    tags: tags
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: { name: names.vault, location: location, tags: tags, sendGridApiKey: sendGridApiKeyOrEmpty }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: { name: names.topic, storageName: storage.outputs.name, location: location, tags: tags }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
    appPrincipalId: identity.outputs.principalId
    topicPrincipalId: events.outputs.principalId
    deployerId: principalId
    deployerType: principalType
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: names.app
    planName: names.plan
    location: location
    tags: tags
    identityId: identity.outputs.id
    deploymentContainer: storage.outputs.deploymentContainer
    subnetId: usePrivateNetwork ? network!.outputs.appSubnetId : ''
  }
  dependsOn: [roles]
}

module settings 'modules/settings.bicep' = {
  name: 'settings'
  scope: group
  params: {
    appName: app.outputs.name
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    insightsConnection: monitoring.outputs.connectionString
    vaultAddress: vault.outputs.address
    hasSendGrid: !empty(sendGridApiKeyOrEmpty)
    sendGridEventVerifier: sendGridEventVerifier
    secUserAgent: '${senderName} ${contactEmail}'
    senderAddress: senderAddress
    senderName: senderName
    publicUrl: empty(publicUrl) ? app.outputs.address : publicUrl
    showPublicPages: showPublicPages
    pollSchedule: empty(pollSchedule) ? '0 */5 * * * *' : pollSchedule
    signupsPerHour: signupsPerHour
  }
  dependsOn: [roles]
}

module rules 'modules/rules.bicep' = {
  name: 'rules'
  scope: group
  params: { workspaceId: monitoring.outputs.workspaceId, contactEmail: contactEmail, location: location, tags: tags }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  name: 'budget'
  scope: group
  params: { amount: monthlyBudget, contactEmail: contactEmail, start: budgetStart }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = app.outputs.name
output FUNCTION_APP_URL string = app.outputs.address
output EVENT_TOPIC_NAME string = events.outputs.name
output STORAGE_ACCOUNT_NAME string = storage.outputs.name
output KEY_VAULT_NAME string = vault.outputs.name
