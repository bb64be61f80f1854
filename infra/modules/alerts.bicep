// Whoever is on duty hears of what Convenor cannot mend by itself. The queries read its own log lines; a test compares the names
// with the code that writes them. What to do about each alert: docs/operations.md.

param name string
param location string
param tags object
param email string
param appId string
param domain string
param insightsId string
param notices string

resource onDuty 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'convenor'
    enabled: true
    emailReceivers: [
      {
        name: 'on duty'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${name}-ready'
    Name: '${name}-ready'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    // London, Dublin and Amsterdam.
    Locations: [
      for place in ['emea-ru-msa-edge', 'emea-gb-db3-azr', 'emea-nl-ams-azr']: {
        Id: place
      }
    ]
    Request: {
      RequestUrl: 'https://${domain}/health/ready'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  tags: tags
  properties: {
    description: 'Convenor does not answer /health/ready from two places: storage is out of its reach, or nothing runs. Runbook: the bot is silent.'
    severity: 1
    enabled: true
    scopes: [ready.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: onDuty.id
      }
    ]
  }
}

resource deadMachine 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-machine'
  location: 'global'
  tags: tags
  properties: {
    description: 'A machine does not answer /health/live and is being replaced. Runbook: the bot is silent.'
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'health'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'HealthCheckStatus'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 100
        }
      ]
    }
    actions: [
      {
        actionGroupId: onDuty.id
      }
    ]
  }
}

var always = {
  turns: {
    description: 'More than five turns in a quarter of an hour ended in an apology, or Convenor ended itself. Runbook: the bot is silent; storage.'
    query: 'traces | where message in ("answer failed", "turn failed", "answer delivery failed", "answer rendering failed", "uncaught exception")'
    more: 5
    window: 'PT15M'
    severity: 2
  }
  'sign-ins': {
    description: 'Twenty requests in a quarter of an hour were refused: wrong tokens, or Microsoft’s keys out of reach. Runbook: the bot is silent.'
    query: 'traces | where message == "request refused" | where tostring(customDimensions.reason) in ("token", "signer-unreachable", "tenant")'
    more: 19
    window: 'PT15M'
    severity: 2
  }
  slow: {
    description: 'Requests waited two seconds or more because one held the only thread. Runbook: answers are slow.'
    query: 'traces | where message == "event loop delay measured" | where toint(customDimensions.max) > 2000'
    more: 0
    window: 'PT15M'
    severity: 2
  }
  clocks: {
    description: 'The clock of a rapid review has been breached. Tell the partnership’s business manager.'
    query: 'traces | where message == "statutory clocks counted" | where toint(customDimensions.breached) > 0'
    more: 0
    window: 'PT6H'
    severity: 2
  }
}

var whereItSpeaksUp = {
  undelivered: {
    description: 'A notice could not be delivered, or nobody can know whether it was. Runbook: notices are stuck.'
    query: 'traces | where message == "notice outcome unknown" or (message == "notice outcome recorded" and tostring(customDimensions.state) == "undelivered")'
    more: 0
    window: 'PT15M'
    severity: 2
  }
  sweeps: {
    description: 'Looking for what is owed failed, or delivering it. Runbook: notices are stuck.'
    query: 'traces | where message in ("notice sweep failed", "notice source failed", "delivery failed", "delivery order failed", "bot credentials rejected")'
    more: 5
    window: 'PT1H'
    severity: 1
  }
}

var watched = notices == 'on' ? union(always, whereItSpeaksUp) : always

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in items(watched): {
    name: '${name}-${rule.key}'
    location: location
    tags: tags
    properties: {
      displayName: '${name}-${rule.key}'
      description: rule.value.description
      severity: rule.value.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: 'PT15M'
      windowSize: rule.value.window
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.value.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: rule.value.more
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [onDuty.id]
      }
    }
  }
]
