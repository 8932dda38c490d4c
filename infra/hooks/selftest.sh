#!/bin/sh
# Sends one filing of our own through the deployed app and reports each hop. Ends with an error at the first that fails.
set -eu

: "${AZURE_RESOURCE_GROUP:?is not set; run this through azd}"
: "${FUNCTION_APP_NAME:?is not set; run azd provision first}"
: "${FUNCTION_APP_URL:?is not set; run azd provision first}"
pause=${ALERTS_HOOK_PAUSE:-10}

key=$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$FUNCTION_APP_NAME" --query functionKeys.default --output tsv)

ask() {
  # The key goes in through a file descriptor: arguments can be read by everybody on the machine.
  printf 'header = "x-functions-key: %s"\n' "$key" | curl --silent --show-error --max-time 60 --config - "$@"
}

# The value of a property, in JSON with one property a line.
value() {
  printf '%s\n' "$2" | sed -n -e "s/^ *\"$1\": \"\(.*\)\",\{0,1\}\$/\1/p" -e "s/^ *\"$1\": \([^\",]*\),\{0,1\}\$/\1/p"
}

health=$(ask "$FUNCTION_APP_URL/health")
if [ -z "$(value isHealthy "$health")" ]; then
  echo "1. app: does not answer at $FUNCTION_APP_URL/health: $health" >&2
  exit 1
fi
problem=$(value problem "$health")
echo "1. app: answers${problem:+; it says: $problem}"
case $problem in *storage*) exit 1 ;; esac

begun=$(ask --request POST --data '' "$FUNCTION_APP_URL/manage/selftest")
name=$(value name "$begun")
if [ -z "$name" ]; then
  echo "2. archive: the filing was not taken: $begun" >&2
  exit 1
fi
echo "2. archive: $name is in it"

try=1
while :; do
  report=$(ask "$FUNCTION_APP_URL/manage/selftest/$name")
  [ "$(value isParsed "$report")" = true ] && break
  if [ "$try" -ge 30 ]; then
    echo "3. event: none arrived, or the parser failed. See \"A filing was archived and not parsed\" in docs/azure.md." >&2
    exit 1
  fi
  try=$((try + 1))
  sleep "$pause"
done
echo "3. event: arrived"
echo "4. parser: $(value company "$report"), $(value dataPoints "$report") data points, $(value guidance "$report") guidance"
if [ "$(value guidance "$report")" = 0 ]; then
  echo "   expected guidance in the filing of the self-test" >&2
  exit 1
fi

try=1
while [ "$(value isDelivered "$report")" != true ]; do
  if [ "$try" -ge 30 ]; then
    echo "5. queue: the message did not arrive; see the log of DeliverAlert" >&2
    exit 1
  fi
  try=$((try + 1))
  sleep "$pause"
  report=$(ask "$FUNCTION_APP_URL/manage/selftest/$name")
done
echo "5. queue: a message arrived, and was delivered to nobody"
echo "The self-test passed: $FUNCTION_APP_URL"
