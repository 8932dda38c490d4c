#!/bin/sh
# Makes the secret behind unsubscribe links, once. It never changes by itself: links in e-mails that were sent have to go on working.
set -eu

: "${KEY_VAULT_NAME:?is not set; run this through azd (azd hooks run postprovision)}"
pause=${ALERTS_HOOK_PAUSE:-10}

# The role that allows this may be a minute old and not work yet.
try=1
while :; do
  if found=$(az keyvault secret list --vault-name "$KEY_VAULT_NAME" --query "[?name=='LinkSecret'] | length(@)" --output tsv 2>&1); then
    break
  fi
  if [ "$try" -ge 18 ]; then
    echo "The key vault $KEY_VAULT_NAME cannot be read: $found" >&2
    exit 1
  fi
  try=$((try + 1))
  sleep "$pause"
done

if [ "$found" != 0 ]; then
  echo "The link secret is there already."
  exit 0
fi

secret=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
az keyvault secret set --vault-name "$KEY_VAULT_NAME" --name LinkSecret --value "$secret" --output none
echo "The link secret was made."
