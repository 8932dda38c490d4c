# Makes the secret behind unsubscribe links, once. It never changes by itself: links in e-mails that were sent have to go on working.
$ErrorActionPreference = 'Stop'

if (-not $env:KEY_VAULT_NAME) { throw 'KEY_VAULT_NAME is not set; run this through azd (azd hooks run postprovision)' }
$pause = if ($env:ALERTS_HOOK_PAUSE) { [int]$env:ALERTS_HOOK_PAUSE } else { 10 }

# The role that allows this may be a minute old and not work yet.
for ($try = 1; ; $try++) {
    $found = az keyvault secret list --vault-name $env:KEY_VAULT_NAME --query "[?name=='LinkSecret'] | length(@)" --output tsv 2>&1
    if ($LASTEXITCODE -eq 0) { break }
    if ($try -ge 18) { throw "The key vault $env:KEY_VAULT_NAME cannot be read: $found" }
    Start-Sleep -Seconds $pause
}

if ("$found".Trim() -ne '0') {
    Write-Output 'The link secret is there already.'
    exit 0
}

$secret = [Convert]::ToHexString([Security.Cryptography.RandomNumberGenerator]::GetBytes(32)).ToLowerInvariant()
az keyvault secret set --vault-name $env:KEY_VAULT_NAME --name LinkSecret --value $secret --output none
if ($LASTEXITCODE -ne 0) { throw 'The link secret could not be stored.' }
Write-Output 'The link secret was made.'
