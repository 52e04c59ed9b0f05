using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Models;

namespace OrchardCore.Setup.Services
{
    /// <summary>Sets sites up.</summary>
    public interface ISetupService
    {
        /// <summary>The recipes that a site can be set up with.</summary>
        Task<IEnumerable<RecipeDescriptor>> GetSetupRecipesAsync();

        /// <summary>
        /// Builds the site apart and puts it in place when it is whole. What went wrong is in the context's errors; then
        /// nothing is left behind and the tenant is as it was.
        /// </summary>
        /// <returns>The id under which the recipe was executed.</returns>
        Task<string> SetupAsync(SetupContext context);
    }

    /// <summary>What a set-up is told, and what goes wrong in it.</summary>
    public class SetupContext
    {
        public ShellSettings ShellSettings { get; set; } = null!;

        /// <summary>Features to begin with; the recipe enables more.</summary>
        public IEnumerable<string> EnabledFeatures { get; set; } = [];

        public RecipeDescriptor? Recipe { get; set; }

        /// <summary>Messages by the name of the value they are about; an empty name for the set-up as a whole.</summary>
        public IDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

        /// <summary>Values by the names in <see cref="Abstractions.Setup.SetupConstants"/>; recipes read them as parameters.</summary>
        public Dictionary<string, object> Properties { get; set; } = [];
    }
}

namespace OrchardCore.Setup.Events
{
    using OrchardCore.Setup.Services;

    /// <summary>Takes part in the set-up of a site, in a scope of its own.</summary>
    public interface ISetupEventHandler
    {
        /// <summary>After the recipe. A failure here ends the set-up.</summary>
        Task SetupAsync(SetupContext context) => Task.CompletedTask;

        Task FailedAsync(SetupContext context) => Task.CompletedTask;

        Task SucceededAsync() => Task.CompletedTask;
    }
}
