// The app settings, all of them. Their names are those of src/Alerts.Functions/Settings/SettingNames.cs, their meanings stand in
// docs/azure.md; a test compares the three. Nothing here is a secret: secrets are references to the key vault.
param appName string
param identityClientId string
param storageName string
param insightsConnection string
param vaultAddress string
param hasSendGrid bool
param sendGridEventVerifier string
param secUserAgent string
param senderAddress string
param senderName string
param publicUrl string
param showPublicPages bool
param pollSchedule string
param signupsPerHour int

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

var always = {
  AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  PollSchedule: pollSchedule
  ReconcileSchedule: '0 0 6 * * *'
  LapseSchedule: '0 30 5 * * *'
  DigestSchedule: '0 15 * * * *'
  SecUserAgent: secUserAgent
  EdgarDataAddress: 'https://data.sec.gov/'
  EdgarArchiveAddress: 'https://www.sec.gov/'
  LiveWithinDays: '3'
  StaleAfterMinutes: '30'
  SenderAddress: senderAddress
  SenderName: senderName
  PublicUrl: publicUrl
  SignupsPerHour: string(signupsPerHour)
  PublicPages: string(showPublicPages)
  AzureWebJobsDisableHomepage: 'true'
  LinkSecret: '@Microsoft.KeyVault(SecretUri=${vaultAddress}secrets/LinkSecret)'
}

var mail = hasSendGrid ? {
  SendGridApiKey: '@Microsoft.KeyVault(SecretUri=${vaultAddress}secrets/SendGridApiKey)'
  SendGridEventKey: sendGridEventVerifier
} : {}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: union(always, mail)
}
