// Secrets: SendGrid's key, and the key that signs unsubscribe links. The latter is made by hooks/link-secret once and never
// passes through a deployment, because a deployment would make it anew.
param name string
param location string
param tags object

@secure()
param sendGridApiKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 30
    publicNetworkAccess: 'Enabled'
  }
}

resource sendGrid 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(sendGridApiKey)) {
  parent: vault
  name: 'SendGridApiKey'
  properties: { value: sendGridApiKey, contentType: 'text/plain' }
}

output name string = vault.name
output address string = vault.properties.vaultUri
