using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PropertySuite.Core;

/// <summary>
/// A controller that shows its form again when the trade refuses, with what was typed and the sentence at its place.
/// One that does not gets a page with the sentence and the way back.
/// </summary>
public interface IShowsAgain
{
    /// <summary>The form again; the sentence is in the model state already. Null falls back to the page with the sentence.</summary>
    /// <param name="refused">The action that was refused, with its arguments.</param>
    Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused);
}
