// What the operator is told of by e-mail. Each rule looks for the beginning of a log message; a test finds each of them in the code.
param workspaceId string
param contactEmail string
param location string
param tags object

var rules = [
  {
    name: 'poll-stale'
    title: 'EDGAR was not polled for an hour'
    query: 'AppTraces | where Message startswith "Poll completed"'
    operator: 'LessThan'
    threshold: 1
    window: 'PT1H'
  }
  {
    name: 'sec-block'
    title: 'The SEC asked for a pause or blocks our address'
    query: 'AppTraces | where Message startswith "Poll stopped until"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'message-given-up'
    title: 'A filing or a message was given up after five tries'
    query: 'AppTraces | where Message startswith "Message given up"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'delivery-given-up'
    title: 'An alert could not be delivered'
    query: 'AppTraces | where Message startswith "Delivery given up"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
  }
  {
    name: 'mail-refused'
    title: 'SendGrid refuses our key or sender; alerts wait for up to three days'
    query: 'AppTraces | where Message startswith "Delivery put off" and (Message contains "SendGrid answered 401" or Message contains "SendGrid answered 403")'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
  }
  {
    name: 'filing-missed'
    title: 'The daily reconciliation could not process a filing, or a digest could not be made'
    query: 'AppTraces | where Message startswith "Filing missed" or Message startswith "Digest failure"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
  }
]

resource operator 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-alerts-operator'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'alerts-op'
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: contactEmail, useCommonAlertSchema: true }]
  }
}

resource queryRules 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: 'alert-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.title
    description: '${rule.title}. What to do: docs/azure.md, Troubleshooting.'
    enabled: true
    severity: 2
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: rule.window
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: rule.operator
          threshold: rule.threshold
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    // The table exists only once the first trace came in.
    skipQueryValidation: true
    actions: { actionGroups: [operator.id] }
  }
}]
