using PropertySuite.Measure;

return await Run.AllAsync(args.Contains("--quick"), args.SkipWhile(argument => argument != "--only").Skip(1).FirstOrDefault());
