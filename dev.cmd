@echo off
rem One door to the project on Windows: dev run ^| setup ^| test ^| check ^| link ^| vendor
setlocal
cd /d "%~dp0"
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
if "%ASPNETCORE_ENVIRONMENT%"=="" set ASPNETCORE_ENVIRONMENT=Development
set WEB=src\Web\bin\Debug\net10.0\PropertySuite.Web.dll

if "%1"=="run" (
  echo Building...
  dotnet build src\Web\PropertySuite.Web.csproj -v quiet -nologo || exit /b 1
  dotnet %WEB% %*
  exit /b %ERRORLEVEL%
)
if "%1"=="setup" (
  if not exist %WEB% dotnet build src\Web\PropertySuite.Web.csproj -v quiet -nologo || exit /b 1
  dotnet %WEB% %*
  exit /b %ERRORLEVEL%
)
if "%1"=="link" (
  if not exist %WEB% dotnet build src\Web\PropertySuite.Web.csproj -v quiet -nologo || exit /b 1
  dotnet %WEB% %*
  exit /b %ERRORLEVEL%
)
if "%1"=="test" (
  dotnet build PropertySuite.sln -v quiet -nologo || exit /b 1
  powershell -NoProfile -ExecutionPolicy Bypass -File tools\sum-tests.ps1
  exit /b %ERRORLEVEL%
)
if "%1"=="check" (
  dotnet format PropertySuite.sln --verify-no-changes --severity warn || exit /b 1
  dotnet build PropertySuite.sln -v quiet -nologo || exit /b 1
  dotnet test tests\Architecture.Tests --no-build --nologo --filter "FullyQualifiedName~Documents"
  exit /b %ERRORLEVEL%
)
if "%1"=="vendor" (
  node tools\vendor.mjs
  exit /b %ERRORLEVEL%
)
echo dev run [--urls ADDRESS] [--data DIR] [--https]
echo dev link manager^|desk^|guard^|owner [--tenant NAME] [--data DIR]
echo dev setup --name NAME --recipe RECIPE --site-name "NAME TO SHOW"
echo dev test
echo dev check
echo dev vendor
