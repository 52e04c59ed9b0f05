using PropertySuite.Platform.Commands;

return await SuiteCommands.RunAsync(args);
