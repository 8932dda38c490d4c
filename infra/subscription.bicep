// Brings the events of new filings to the app. Deployed by hooks/events after each deployment of the app; deploying it again
// changes nothing.
param appName string
param topicName string
param storageName string

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' existing = {
  name: topicName
}

var key = listKeys('${site.id}/host/default', '2024-04-01').systemKeys.blobs_extension

resource filings 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'filings'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${site.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.ParseFiling&code=${key}'
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // The trigger's path does not keep other blobs' events away; this does.
      subjectBeginsWith: '/blobServices/default/containers/filings/blobs/'
      subjectEndsWith: '.txt'
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    // An event that is refused with 400, 401, 403 or 413 is not tried again; here it stays to be seen.
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: storage.id, blobContainerName: 'dead-letters' }
      }
    }
  }
}
