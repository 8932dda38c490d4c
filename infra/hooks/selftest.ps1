# Sends one filing of our own through the deployed app and reports each hop. Ends with an error at the first that fails.
$ErrorActionPreference = 'Stop'

foreach ($name in 'AZURE_RESOURCE_GROUP', 'FUNCTION_APP_NAME', 'FUNCTION_APP_URL') {
    if (-not [Environment]::GetEnvironmentVariable($name)) { throw "$name is not set; run this through azd" }
}
$pause = if ($env:ALERTS_HOOK_PAUSE) { [int]$env:ALERTS_HOOK_PAUSE } else { 10 }
$key = az functionapp keys list --resource-group $env:AZURE_RESOURCE_GROUP --name $env:FUNCTION_APP_NAME --query functionKeys.default --output tsv
if (-not $key) { throw 'The app has no function key.' }
$headers = @{ 'x-functions-key' = "$key" }

$health = Invoke-RestMethod -Uri "$env:FUNCTION_APP_URL/health" -TimeoutSec 60 -SkipHttpErrorCheck
if ($null -eq $health.isHealthy) { throw "1. app: does not answer at $env:FUNCTION_APP_URL/health" }
Write-Output ('1. app: answers' + $(if ($health.problem) { "; it says: $($health.problem)" }))
if ($health.problem -like '*storage*') { exit 1 }

$name = (Invoke-RestMethod -Method Post -Uri "$env:FUNCTION_APP_URL/manage/selftest" -Headers $headers -TimeoutSec 60).name
if (-not $name) { throw '2. archive: the filing was not taken' }
Write-Output "2. archive: $name is in it"

for ($try = 1; ; $try++) {
    $report = Invoke-RestMethod -Uri "$env:FUNCTION_APP_URL/manage/selftest/$name" -Headers $headers -TimeoutSec 60
    if ($report.isParsed) { break }
    if ($try -ge 30) { throw '3. event: none arrived, or the parser failed. See "A filing was archived and not parsed" in docs/azure.md.' }
    Start-Sleep -Seconds $pause
}
Write-Output '3. event: arrived'
Write-Output "4. parser: $($report.company), $($report.dataPoints) data points, $($report.guidance) guidance"
if (-not $report.guidance) { throw '   expected guidance in the filing of the self-test' }

for ($try = 1; -not $report.isDelivered; $try++) {
    if ($try -ge 30) { throw '5. queue: the message did not arrive; see the log of DeliverAlert' }
    Start-Sleep -Seconds $pause
    $report = Invoke-RestMethod -Uri "$env:FUNCTION_APP_URL/manage/selftest/$name" -Headers $headers -TimeoutSec 60
}
Write-Output '5. queue: a message arrived, and was delivered to nobody'
Write-Output "The self-test passed: $env:FUNCTION_APP_URL"
