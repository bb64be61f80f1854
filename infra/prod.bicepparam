// Two machines, so that one can fail; a slot, so that a new version warms up unseen; copies in three zones and another region.
using 'main.bicep'

param environment = 'prod'
param allowedTenants = readEnvironmentVariable('ALLOWED_TENANTS')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
param botId = readEnvironmentVariable('BOT_ID')
param plan = 'P0v3'
param fewestInstances = 2
param mostInstances = 4
param hasSlot = true
param zoneRedundant = true
param redundancy = 'Standard_GZRS'
param logDays = 90
