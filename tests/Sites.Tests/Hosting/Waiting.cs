namespace Sites.Tests.Hosting;

/// <summary>Lets what runs beside the test get on; bounded by the test's patience, not by a guess at the machine's speed.</summary>
internal static class Waiting
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static Task UntilAsync(Func<Task<bool>> reached, string otherwise) => UntilAsync(reached, () => otherwise);

    /// <param name="otherwise">What to say when it never comes.</param>
    /// <param name="patience">How long to wait; null for a minute.</param>
    public static async Task UntilAsync(Func<Task<bool>> reached, Func<string> otherwise, TimeSpan? patience = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await reached())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < (patience ?? s_patience), otherwise());
            await Task.Delay(patience is null ? 5 : 100, TestContext.Current.CancellationToken);
        }
    }
}
