using Microsoft.Extensions.Localization;

namespace PropertySuite.Core;

/// <summary>Says refusals in the reader's language and the community's time.</summary>
public sealed class RefusalTexts(IStringLocalizerFactory localizers, CommunityTimes times, IEnumerable<IRefusalSentences> sentences)
{
    /// <summary>The sentence.</summary>
    public async Task<string> SayAsync(RefusedException refused)
    {
        var arguments = await InCommunityTimeAsync(refused.Arguments);
        foreach (var module in sentences)
        {
            if (module.Say(refused.Code, arguments) is { } sentence)
            {
                return sentence.Value;
            }
        }

        return localizers.Create(refused.Refusal.Source)[refused.Refusal.Text, [.. arguments]].Value;
    }

    private async Task<IReadOnlyList<object>> InCommunityTimeAsync(IReadOnlyList<object> arguments)
    {
        if (!arguments.Any(argument => argument is DateTime))
        {
            return arguments;
        }

        var time = await times.GetAsync();
        return [.. arguments.Select(argument => argument is DateTime utc ? Moments.Short(time.At(utc)) : argument)];
    }
}
