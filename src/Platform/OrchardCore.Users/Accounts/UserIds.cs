using OrchardCore;
using OrchardCore.Users;
using OrchardCore.Users.Services;

namespace PropertySuite.Platform.Users;

internal sealed class UserIds : IUserIdGenerator
{
    public string GenerateUniqueId(IUser user) => IdGenerator.GenerateId();
}
