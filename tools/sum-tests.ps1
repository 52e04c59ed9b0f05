# Runs every test project and ends with one line: N passed, N failed, N skipped.
$passed = 0; $failed = 0; $skipped = 0; $broken = $false
foreach ($project in Get-ChildItem tests/*/*.csproj) {
    $output = dotnet test $project.FullName --no-build --nologo 2>&1
    if ($LASTEXITCODE -ne 0) { $broken = $true }
    $output | ForEach-Object { "$_" }
    foreach ($line in $output) {
        if ("$line" -match 'Failed:\s+(\d+), Passed:\s+(\d+), Skipped:\s+(\d+)') {
            $failed += [int]$Matches[1]; $passed += [int]$Matches[2]; $skipped += [int]$Matches[3]
        }
    }
}
if ($broken -and $failed -eq 0) { $failed = 1 }
"$passed passed, $failed failed, $skipped skipped"
if ($failed -ne 0) { exit 1 }
