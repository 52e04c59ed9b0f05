using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PropertySuite.Platform.Recipes;

/// <summary>Finds the line of a place in a JSON text. Used only when something is wrong.</summary>
internal static class JsonLines
{
    /// <summary>The line, from 1, of the value at a path as <see cref="RecipeJson"/> writes it; null if it is not found.</summary>
    public static int? LineOf(ReadOnlySpan<byte> json, string path)
    {
        int? nearest = null;
        var length = 0;
        try
        {
            var reader = Reader(json);
            var stack = new List<Level>();
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        stack[^1].Name = reader.GetString()!;
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        stack.RemoveAt(stack.Count - 1);
                        continue;
                }
                if (stack.Count > 0 && stack[^1].IsArray) stack[^1].Index++;
                var here = PathOf(stack);
                // The value itself, or the closest one around it.
                if (here.Length > length - (nearest is null ? 1 : 0) && Leads(here, path))
                {
                    nearest = LineAt(json, reader.TokenStartIndex);
                    length = here.Length;
                    if (length == path.Length) return nearest;
                }
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) stack.Add(new Level { IsArray = reader.TokenType == JsonTokenType.StartArray });
            }
        }
        catch (JsonException)
        {
            // As far as it can be read.
        }
        return nearest;
    }

    /// <summary>The line of the first name that an object has twice.</summary>
    public static int? LineOfDuplicate(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = Reader(json);
            var names = new Stack<HashSet<string>>();
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject) names.Push(new HashSet<string>(StringComparer.Ordinal));
                else if (reader.TokenType == JsonTokenType.EndObject) names.Pop();
                else if (reader.TokenType == JsonTokenType.PropertyName && !names.Peek().Add(reader.GetString()!)) return LineAt(json, reader.TokenStartIndex);
            }
        }
        catch (JsonException)
        {
            // As far as it can be read.
        }
        return null;
    }

    public static int LineOfInvalidText(ReadOnlySpan<byte> text)
    {
        var valid = 0;
        while (valid < text.Length && Rune.DecodeFromUtf8(text[valid..], out _, out var length) == OperationStatus.Done) valid += length;
        return LineAt(text, valid);
    }

    private static int LineAt(ReadOnlySpan<byte> text, long position) => text[..(int)Math.Min(position, text.Length)].Count((byte)'\n') + 1;

    private static bool Leads(string here, string path) =>
        path.StartsWith(here, StringComparison.Ordinal) && (here.Length == path.Length || path[here.Length] is '.' or '[');

    private static string PathOf(List<Level> stack)
    {
        var path = new StringBuilder("$");
        foreach (var level in stack)
        {
            if (level.IsArray) path.Append('[').Append(level.Index).Append(']');
            else if (level.Name.Length > 0 && level.Name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')) path.Append('.').Append(level.Name);
            else path.Append("['").Append(level.Name).Append("']");
        }
        return path.ToString();
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> json) =>
        new(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = RecipeFile.MaxDepth });

    private sealed class Level
    {
        public bool IsArray { get; init; }

        public string Name { get; set; } = "";

        public int Index { get; set; } = -1;
    }
}
