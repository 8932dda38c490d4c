#!/bin/sh
# After each deployment: waits for the key under which the app takes events, subscribes it to the events of new filings, and
# sends a filing through it. Safe to run again at any time (azd hooks run postdeploy).
set -eu

: "${AZURE_RESOURCE_GROUP:?is not set; run this through azd (azd hooks run postdeploy)}"
: "${FUNCTION_APP_NAME:?is not set; run azd provision first}"
: "${FUNCTION_APP_URL:?is not set; run azd provision first}"
: "${EVENT_TOPIC_NAME:?is not set; run azd provision first}"
: "${STORAGE_ACCOUNT_NAME:?is not set; run azd provision first}"
pause=${ALERTS_HOOK_PAUSE:-15}
here=$(dirname "$0")

warm_up() {
  # Any answer will do: 503 says that nothing was polled yet.
  curl --silent --output /dev/null --max-time 60 "$FUNCTION_APP_URL/health" || true
}

echo "Waiting for the app's key for events ..."
try=1
key=
while [ -z "$key" ]; do
  warm_up
  key=$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" \
    --query systemKeys.blobs_extension --output tsv 2>/dev/null) || key=
  if [ -z "$key" ] && [ "$try" -ge 40 ]; then
    echo "The app $FUNCTION_APP_NAME has no key for events: it has not started. Its log says why:" >&2
    echo "  az functionapp log deployment show --resource-group $AZURE_RESOURCE_GROUP --name $FUNCTION_APP_NAME" >&2
    echo "A setting that is missing is named there. Then: azd hooks run postdeploy" >&2
    exit 1
  fi
  [ -n "$key" ] || sleep "$pause"
  try=$((try + 1))
done

# Event Grid asks the app to confirm; an app that is not awake makes the first tries fail.
try=1
until reason=$(az deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name alerts-subscription \
  --template-file "$here/../subscription.bicep" \
  --parameters appName="$FUNCTION_APP_NAME" topicName="$EVENT_TOPIC_NAME" storageName="$STORAGE_ACCOUNT_NAME" \
  --output none 2>&1); do
  if [ "$try" -ge 5 ]; then
    echo "The app could not be subscribed to the events of new filings: $reason" >&2
    exit 1
  fi
  echo "The subscription was refused ($try of 5); trying again ..."
  try=$((try + 1))
  warm_up
  sleep "$pause"
done
echo "The app is subscribed to the events of new filings."

exec sh "$here/selftest.sh"
