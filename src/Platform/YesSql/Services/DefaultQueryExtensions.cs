using System.Collections;
using System.Linq.Expressions;

namespace YesSql.Services;

/// <summary>Words for use inside the conditions of a query; called anywhere else they throw.</summary>
public static class DefaultQueryExtensions
{
    public static object Min(this object? source) => throw NotInAQuery();

    public static object Max(this object? source) => throw NotInAQuery();

    public static object Sum(this object? source) => throw NotInAQuery();

    public static object Count(this object? source) => throw NotInAQuery();

    public static object Average(this object? source) => throw NotInAQuery();

    public static bool IsIn(this object? source, IEnumerable values) => throw NotInAQuery();

    public static bool IsNotIn(this object? source, IEnumerable values) => throw NotInAQuery();

    /// <param name="filter">A pattern in which % stands for any text and _ for any character.</param>
    public static bool IsLike(this string? source, string filter) => throw NotInAQuery();

    public static bool IsNotLike(this string? source, string filter) => throw NotInAQuery();

    public static bool NotContains(this string? source, string text) => throw NotInAQuery();

    internal static InvalidOperationException NotInAQuery() => new("This method has a meaning only inside the condition of a query.");
}

/// <summary>Conditions on the rows of another index, for use inside the conditions of a query.</summary>
public static class DefaultQueryExtensionsIndex
{
    public static bool IsIn<TIndex>(this object? source, Expression<Func<TIndex, object?>> select, Expression<Func<TIndex, bool>> where) =>
        throw DefaultQueryExtensions.NotInAQuery();

    public static bool IsNotIn<TIndex>(this object? source, Expression<Func<TIndex, object?>> select, Expression<Func<TIndex, bool>> where) =>
        throw DefaultQueryExtensions.NotInAQuery();

    public static bool IsInAny<TIndex>(this object? source, Expression<Func<TIndex, object?>> select) =>
        throw DefaultQueryExtensions.NotInAQuery();

    public static bool IsNotInAny<TIndex>(this object? source, Expression<Func<TIndex, object?>> select) =>
        throw DefaultQueryExtensions.NotInAQuery();
}
