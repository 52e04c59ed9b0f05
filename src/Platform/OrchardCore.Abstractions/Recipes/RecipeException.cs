namespace PropertySuite.Platform.Recipes;

/// <summary>
/// Something in a recipe is wrong. The message is for the person who runs it and names the file, the step and the place;
/// nothing of the recipe has taken effect.
/// </summary>
public sealed class RecipeException : Exception
{
    public RecipeException(string message) : base(message) => Words = RecipeText.As(message);

    public RecipeException(string message, Exception innerException) : base(message, innerException) => Words = RecipeText.As(message);

    /// <param name="file">Name of the recipe file.</param>
    /// <param name="stepIndex">Number of the step, from 1; null if the file as a whole is meant.</param>
    /// <param name="stepName">Name of the step; null if unknown.</param>
    /// <param name="place">Path within the file such as <c>$.steps[2].data[0]</c>, or line and position; null if unknown.</param>
    /// <param name="problem">What is wrong, in a sentence without file, step and place.</param>
    public RecipeException(string? file, int? stepIndex, string? stepName, RecipeText? place, RecipeText problem, Exception? innerException = null)
        : base(Compose(file, stepIndex, stepName, place?.ToString(), problem.ToString()), innerException)
    {
        File = file;
        StepIndex = stepIndex;
        StepName = stepName;
        Where = place;
        Words = problem;
    }

    public string? File { get; }

    public int? StepIndex { get; }

    public string? StepName { get; }

    /// <summary>Where in the file.</summary>
    public RecipeText? Where { get; }

    /// <summary>The same in English.</summary>
    public string? Place => Where?.ToString();

    /// <summary>What is wrong, without file, step and place.</summary>
    public RecipeText Words { get; }

    /// <summary>The same in English.</summary>
    public string Problem => Words.ToString();

    private static string Compose(string? file, int? stepIndex, string? stepName, string? place, string problem)
    {
        var where = new List<string>();
        if (file is not null) where.Add(file);
        if (stepIndex is not null) where.Add(stepName is null ? $"step {stepIndex}" : $"step {stepIndex} ({stepName})");
        if (place is not null) where.Add(place);
        return where.Count == 0 ? problem : $"{string.Join(", ", where)}: {problem}";
    }
}
