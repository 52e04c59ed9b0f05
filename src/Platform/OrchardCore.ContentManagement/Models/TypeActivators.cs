using Microsoft.Extensions.Options;

namespace OrchardCore.ContentManagement
{
    /// <summary>Makes parts or fields by the name of their kind.</summary>
    public interface ITypeActivatorFactory<TInstance>
    {
        /// <summary>Never null: an unknown name gets the plain class.</summary>
        ITypeActivator<TInstance> GetTypeActivator(string partName);
    }

    /// <summary>Makes parts or fields of one kind.</summary>
    public interface ITypeActivator<TInstance>
    {
        Type Type { get; }

        TInstance CreateInstance();
    }
}

namespace PropertySuite.Platform.Content
{
    using OrchardCore.ContentManagement;

    internal sealed class PartActivators(IOptions<ContentOptions> options) : ITypeActivatorFactory<ContentPart>
    {
        public ITypeActivator<ContentPart> GetTypeActivator(string partName) =>
            new TypeActivator<ContentPart>(options.Value.ContentPartOptionsLookup.TryGetValue(partName, out var option) ? option.Type : typeof(ContentPart));
    }

    internal sealed class FieldActivators(IOptions<ContentOptions> options) : ITypeActivatorFactory<ContentField>
    {
        public ITypeActivator<ContentField> GetTypeActivator(string partName) =>
            new TypeActivator<ContentField>(options.Value.ContentFieldOptionsLookup.TryGetValue(partName, out var option) ? option.Type : typeof(ContentField));
    }

    internal sealed class TypeActivator<TInstance>(Type type) : ITypeActivator<TInstance>
    {
        public Type Type => type;

        public TInstance CreateInstance() => (TInstance)Activator.CreateInstance(type)!;
    }
}
