# After each deployment: waits for the key under which the app takes events, subscribes it to the events of new filings, and
# sends a filing through it. Safe to run again at any time (azd hooks run postdeploy).
$ErrorActionPreference = 'Stop'

foreach ($name in 'AZURE_RESOURCE_GROUP', 'FUNCTION_APP_NAME', 'FUNCTION_APP_URL', 'EVENT_TOPIC_NAME', 'STORAGE_ACCOUNT_NAME') {
    if (-not [Environment]::GetEnvironmentVariable($name)) { throw "$name is not set; run this through azd (azd hooks run postdeploy)" }
}
$pause = if ($env:ALERTS_HOOK_PAUSE) { [int]$env:ALERTS_HOOK_PAUSE } else { 15 }

function Start-App {
    # Any answer will do: 503 says that nothing was polled yet.
    try { Invoke-WebRequest -Uri "$env:FUNCTION_APP_URL/health" -TimeoutSec 60 -SkipHttpErrorCheck | Out-Null } catch { Write-Verbose "$_" }
}

Write-Output "Waiting for the app's key for events ..."
for ($try = 1; ; $try++) {
    Start-App
    $key = az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:FUNCTION_APP_NAME --query systemKeys.blobs_extension --output tsv 2>$null
    if ($key) { break }
    if ($try -ge 40) {
        throw "The app $env:FUNCTION_APP_NAME has no key for events: it has not started. Its log says why (az functionapp log deployment show); a setting that is missing is named there. Then: azd hooks run postdeploy"
    }
    Start-Sleep -Seconds $pause
}

# Event Grid asks the app to confirm; an app that is not awake makes the first tries fail.
for ($try = 1; ; $try++) {
    $reason = az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name alerts-subscription `
        --template-file (Join-Path $PSScriptRoot '..' 'subscription.bicep') `
        --parameters "appName=$env:FUNCTION_APP_NAME" "topicName=$env:EVENT_TOPIC_NAME" "storageName=$env:STORAGE_ACCOUNT_NAME" `
        --output none 2>&1
    if ($LASTEXITCODE -eq 0) { break }
    if ($try -ge 5) { throw "The app could not be subscribed to the events of new filings: $reason" }
    Write-Output "The subscription was refused ($try of 5); trying again ..."
    Start-App
    Start-Sleep -Seconds $pause
}
Write-Output 'The app is subscribed to the events of new filings.'

& (Join-Path $PSScriptRoot 'selftest.ps1')
