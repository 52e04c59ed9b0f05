using PropertySuite.Core;
using PropertySuite.Core.Imports;

namespace PropertySuite.Visitors;

/// <summary>Where a visitor's name and face are kept beside the visit itself: the photo, mail and notifications about it, and what an import keeps to undo itself.</summary>
public sealed class VisitTraces(VisitPhotos photos, IEnumerable<IMessageTraces> messages, ImportRunner imports)
{
    /// <summary>Deletes them, in the transaction of the caller.</summary>
    /// <param name="visitIds">Content item ids of the visits.</param>
    public async Task ForgetAsync(IReadOnlyCollection<string> visitIds)
    {
        foreach (var id in visitIds)
        {
            await photos.DeleteAsync(id);
            foreach (var kept in messages)
            {
                await kept.ForgetAsync(id);
            }
        }

        await imports.ForgetAsync(visitIds);
    }
}
