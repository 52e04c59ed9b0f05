using PropertySuite.Measure;

return await Run.AllAsync(args.Contains("--quick"));
