using OrchardCore.Modules;
using PropertySuite.Platform.Users;

namespace Platform.Tests.People;

public sealed class SignInThrottleTests
{
    private readonly MovedClock _clock = new();

    [Fact]
    public void T19_ten_failures_from_an_address_close_the_account_to_that_address_alone()
    {
        var throttle = new SignInThrottle(_clock);
        Fail(throttle, "elena", "10.0.0.1", 10);

        Assert.Equal(SignInThrottle.AccountWindow, throttle.Wait(" ELENA", "10.0.0.1"));
        Assert.Equal(TimeSpan.Zero, throttle.Wait("elena", "10.0.0.2"));
        Assert.Equal(TimeSpan.Zero, throttle.Wait("lucia", "10.0.0.1"));
    }

    [Fact]
    public void T19_sixty_failures_on_many_accounts_close_the_address()
    {
        var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(TimeSpan.Zero, throttle.Wait("account" + i, "10.0.0.1"));
            throttle.Fail("account" + i, "10.0.0.1");
        }

        Assert.Equal(SignInThrottle.AddressWindow, throttle.Wait("account61", "10.0.0.1"));
        Assert.Equal(TimeSpan.Zero, throttle.Wait("account61", "10.0.0.2"));
    }

    [Fact]
    public void The_window_moves_on_with_the_oldest_failure()
    {
        var throttle = new SignInThrottle(_clock);
        throttle.Fail("elena", "a");
        _clock.UtcNow += TimeSpan.FromMinutes(5);
        Fail(throttle, "elena", "a", 9);

        Assert.Equal(TimeSpan.FromMinutes(10), throttle.Wait("elena", "a"));
        _clock.UtcNow += TimeSpan.FromMinutes(10);
        Assert.Equal(TimeSpan.Zero, throttle.Wait("elena", "a"));
    }

    [Fact]
    public void A_right_password_clears_the_account_and_not_the_address()
    {
        var throttle = new SignInThrottle(_clock);
        Fail(throttle, "elena", "a", 9);
        throttle.Succeed("elena", "a");
        Fail(throttle, "elena", "a", 9);
        Assert.Equal(TimeSpan.Zero, throttle.Wait("elena", "a"));

        for (var i = 0; i < 42; i++)
        {
            throttle.Fail("other" + i, "a");
        }

        Assert.True(throttle.Wait("elena", "a") > TimeSpan.Zero);
    }

    private static void Fail(SignInThrottle throttle, string account, string address, int times)
    {
        for (var i = 0; i < times; i++)
        {
            throttle.Fail(account, address);
        }
    }

    private sealed class MovedClock : IClock
    {
        public DateTime UtcNow { get; set; } = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

        public ITimeZone[] GetTimeZones() => throw new NotSupportedException();

        public ITimeZone GetTimeZone(string? timeZoneId) => throw new NotSupportedException();

        public ITimeZone GetSystemTimeZone() => throw new NotSupportedException();

        public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => throw new NotSupportedException();
    }
}
