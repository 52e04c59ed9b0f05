namespace OrchardCore.Entities;

/// <summary>Makes ids, for services that are tested with known ones.</summary>
public interface IIdGenerator
{
    string GenerateUniqueId();
}
