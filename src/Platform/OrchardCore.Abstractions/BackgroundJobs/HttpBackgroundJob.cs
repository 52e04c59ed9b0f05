using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.BackgroundJobs;

/// <summary>Runs a piece of work in a scope of its own once the current request has ended.</summary>
public static class HttpBackgroundJob
{
    /// <param name="jobName">Shown in the log when the job fails.</param>
    public static Task ExecuteAfterEndOfRequestAsync(string jobName, Func<ShellScope, Task> job)
        => PropertySuite.Platform.Hosting.AfterRequest.EnqueueAsync(jobName, job);

    public static Task ExecuteAfterEndOfRequestAsync<T1>(string jobName, T1 item1, Func<ShellScope, T1, Task> job)
        => ExecuteAfterEndOfRequestAsync(jobName, scope => job(scope, item1));

    public static Task ExecuteAfterEndOfRequestAsync<T1, T2>(string jobName, T1 item1, T2 item2, Func<ShellScope, T1, T2, Task> job)
        => ExecuteAfterEndOfRequestAsync(jobName, scope => job(scope, item1, item2));

    public static Task ExecuteAfterEndOfRequestAsync<T1, T2, T3>(string jobName, T1 item1, T2 item2, T3 item3, Func<ShellScope, T1, T2, T3, Task> job)
        => ExecuteAfterEndOfRequestAsync(jobName, scope => job(scope, item1, item2, item3));

    public static Task ExecuteAfterEndOfRequestAsync<T1, T2, T3, T4>(
        string jobName, T1 item1, T2 item2, T3 item3, T4 item4, Func<ShellScope, T1, T2, T3, T4, Task> job)
        => ExecuteAfterEndOfRequestAsync(jobName, scope => job(scope, item1, item2, item3, item4));

    public static Task ExecuteAfterEndOfRequestAsync<T1, T2, T3, T4, T5>(
        string jobName, T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, Func<ShellScope, T1, T2, T3, T4, T5, Task> job)
        => ExecuteAfterEndOfRequestAsync(jobName, scope => job(scope, item1, item2, item3, item4, item5));
}
