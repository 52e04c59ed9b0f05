#nullable enable
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OrchardCore.ContentManagement.Metadata.Models;

namespace PropertySuite.Platform.Display.Content;

/// <summary>
/// Differentiators and alternates of the shapes of one part on one type. They depend on the definition, the shape type
/// and the display type only, so each array is made once per definition and shared by all items.
/// </summary>
internal sealed class PartNames
{
    public const string DisplayToken = "_Display";

    private static readonly ConditionalWeakTable<ContentTypePartDefinition, PartNames> _known = [];

    private readonly ConcurrentDictionary<(string ShapeType, string DisplayType), string[]> _alternates = new();
    private readonly ConcurrentDictionary<string, string> _differentiators = new(StringComparer.Ordinal);
    private readonly string _contentType;
    private readonly string? _stereotype;
    private readonly string _partType;
    private readonly string _partName;
    private readonly string _editorShapeType;
    private readonly string? _mode;
    private readonly string? _modeShapeType;

    private PartNames(ContentTypePartDefinition definition)
    {
        _partType = definition.PartDefinition.Name;
        _partName = definition.Name;
        _contentType = definition.ContentTypeDefinition?.Name ?? string.Empty;
        _stereotype = definition.ContentTypeDefinition?.GetStereotype();
        var editor = definition.Editor();
        _editorShapeType = string.IsNullOrEmpty(editor) ? _partType + "_Edit" : _partType + "_Edit__" + editor;
        _mode = definition.DisplayMode();
        _modeShapeType = string.IsNullOrEmpty(_mode) ? null : _partType + DisplayToken + "__" + _mode;
    }

    public static PartNames Of(ContentTypePartDefinition definition) => _known.GetValue(definition, static d => new PartNames(d));

    public string Differentiator(string shapeType) =>
        IsMain(shapeType) ? _partName : _differentiators.GetOrAdd(shapeType, static (s, name) => name + "-" + s, _partName);

    public string[] Alternates(string shapeType, string displayType)
    {
        var key = (shapeType, displayType);
        return _alternates.TryGetValue(key, out var known) ? known : _alternates[key] = Make(shapeType, displayType);
    }

    /// <summary>The alternates of the shape of a part without a class.</summary>
    public string[] DynamicAlternates(string displaySuffix) => _alternates.GetOrAdd(("ContentPart", displaySuffix), static (key, self) =>
    {
        var names = new List<string> { self._partType + key.DisplayType, $"{self._contentType}{key.DisplayType}__{self._partType}" };
        if (self._partType != self._partName)
            names.Add($"{self._contentType}{key.DisplayType}__{self._partName}");

        return [.. names];
    }, this);

    /// <summary>The alternates of the frame around the part's editor.</summary>
    public string[] EditorFrameAlternates() => _alternates.GetOrAdd(("ContentPart_Edit", string.Empty), static (_, self) =>
    {
        var names = new List<string> { "ContentPart_Edit__" + self._partType, $"ContentPart_Edit__{self._contentType}__{self._partType}" };
        if (self._partType != self._partName)
            names.Add($"ContentPart_Edit__{self._contentType}__{self._partName}");

        return [.. names];
    }, this);

    private bool IsMain(string shapeType) => shapeType == _partType || shapeType == _editorShapeType || shapeType == _modeShapeType;

    private string[] Make(string shapeType, string displayType)
    {
        var names = new List<string>();
        if (shapeType == _editorShapeType)
        {
            Owners(names, ["_" + displayType], string.Empty, string.Empty);
        }
        else if (shapeType == _modeShapeType)
        {
            names.Add($"{_partType}_{displayType}__{_mode}{DisplayToken}");
            Owners(names, [DisplayToken], "__" + _mode, string.Empty);
            Owners(names, ["_" + displayType], "__" + _mode, DisplayToken);
        }
        else
        {
            names.Add($"{shapeType}_{displayType}");
            Owners(names, ["", "_" + displayType], shapeType == _partType ? string.Empty : "__" + shapeType, string.Empty);
        }

        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The names that begin with the content type or the stereotype.</summary>
    private void Owners(List<string> names, string[] displayTypes, string tail, string end)
    {
        foreach (var displayType in displayTypes)
        {
            names.Add($"{_contentType}{displayType}__{_partType}{tail}{end}");
            if (!string.IsNullOrEmpty(_stereotype))
                names.Add($"{_stereotype}{displayType}__{_partType}{tail}{end}");
        }

        if (_partType == _partName)
            return;

        foreach (var displayType in displayTypes)
        {
            names.Add($"{_contentType}{displayType}__{_partName}{tail}{end}");
            if (!string.IsNullOrEmpty(_stereotype))
                names.Add($"{_stereotype}{displayType}__{_partType}__{_partName}{tail}{end}");
        }
    }
}

/// <summary>The same for the shapes of one field.</summary>
internal sealed class FieldNames
{
    private static readonly ConditionalWeakTable<ContentTypePartDefinition, ConcurrentDictionary<string, FieldNames>> _known = [];

    private readonly ConcurrentDictionary<(string ShapeType, string DisplayType), string[]> _alternates = new();
    private readonly ConcurrentDictionary<string, string> _differentiators = new(StringComparer.Ordinal);
    private readonly string _contentType;
    private readonly string _partType;
    private readonly string _partName;
    private readonly string _fieldType;
    private readonly string _fieldName;
    private readonly string _editorShapeType;
    private readonly string? _mode;
    private readonly string? _modeShapeType;

    private FieldNames(ContentTypePartDefinition typePart, ContentPartFieldDefinition field)
    {
        _contentType = typePart.ContentTypeDefinition?.Name ?? string.Empty;
        _partType = typePart.PartDefinition.Name;
        _partName = typePart.Name;
        _fieldType = field.FieldDefinition.Name;
        _fieldName = field.Name;
        var editor = field.Editor();
        _editorShapeType = string.IsNullOrEmpty(editor) ? _fieldType + "_Edit" : _fieldType + "_Edit__" + editor;
        _mode = field.DisplayMode();
        _modeShapeType = string.IsNullOrEmpty(_mode) ? null : _fieldType + PartNames.DisplayToken + "__" + _mode;
    }

    public static FieldNames Of(ContentTypePartDefinition typePart, ContentPartFieldDefinition field) => _known
        .GetValue(typePart, static _ => new(StringComparer.Ordinal))
        .GetOrAdd(field.Name, static (_, definitions) => new FieldNames(definitions.typePart, definitions.field), (typePart, field));

    public string Differentiator(string shapeType) => _differentiators.GetOrAdd(
        shapeType,
        static (s, self) => self.IsMain(s) ? $"{self._partName}-{self._fieldName}" : $"{self._partName}-{self._fieldName}-{s}",
        this);

    public string Name(string shapeType) => IsMain(shapeType) ? _fieldName : Differentiator(shapeType);

    public string[] Alternates(string shapeType, string displayType)
    {
        var key = (shapeType, displayType);
        return _alternates.TryGetValue(key, out var known) ? known : _alternates[key] = Make(shapeType, displayType);
    }

    private bool IsMain(string shapeType) => shapeType == _fieldType || shapeType == _editorShapeType || shapeType == _modeShapeType;

    private string[] Make(string shapeType, string displayType)
    {
        // The editor is chosen by the field's definition; a theme needs no other way to change it.
        if (shapeType == _editorShapeType)
            return [];

        var names = new List<string>();
        if (shapeType == _modeShapeType)
        {
            names.Add($"{_fieldType}_{displayType}__{_mode}{PartNames.DisplayToken}");
            Owners(names, [PartNames.DisplayToken], $"__{_fieldType}__{_mode}", "__" + _mode, string.Empty);
            Owners(names, ["_" + displayType], $"__{_fieldType}__{_mode}", "__" + _mode, PartNames.DisplayToken);
        }
        else
        {
            var tail = shapeType == _fieldType ? string.Empty : "__" + shapeType;
            names.Add($"{shapeType}_{displayType}");
            Owners(names, ["", "_" + displayType], tail, tail, string.Empty);
        }

        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private void Owners(List<string> names, string[] displayTypes, string fieldTail, string typeTail, string end)
    {
        foreach (var displayType in displayTypes)
            names.Add($"{_partType}{displayType}__{_fieldName}{fieldTail}{end}");
        foreach (var displayType in displayTypes)
            names.Add($"{_contentType}{displayType}__{_fieldType}{typeTail}{end}");
        foreach (var displayType in displayTypes)
            names.Add($"{_contentType}{displayType}__{_partType}__{_fieldName}{fieldTail}{end}");

        if (_partType == _partName)
            return;

        foreach (var displayType in displayTypes)
            names.Add($"{_contentType}{displayType}__{_partName}__{_fieldName}{fieldTail}{end}");
    }
}
