// One small machine, for trying things. ALLOWED_TENANTS and ALERT_EMAIL come from the environment of whoever deploys.
using 'main.bicep'

param environment = 'dev'
param allowedTenants = readEnvironmentVariable('ALLOWED_TENANTS')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
param botId = readEnvironmentVariable('BOT_ID')
param plan = 'B1'
param fewestInstances = 1
param mostInstances = 1
param hasSlot = false
param redundancy = 'Standard_LRS'
param logDays = 30
