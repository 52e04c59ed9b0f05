using System.Linq.Expressions;
using YesSql.Queries;

namespace YesSql.Internals;

/// <summary>
/// Applies a query object by walking its calls. Nothing is compiled: the calls are few, and the predicates in them are translated
/// like all others, with the parameters of the object at hand.
/// </summary>
internal static class CompiledQueries
{
    public static IQuery<T> Apply<T>(ICompiledQuery<T> compiled, IQuery<T> query) where T : class
    {
        var lambda = compiled.Query();
        return (IQuery<T>)Replace(lambda.Body, lambda.Parameters[0], query)!;
    }

    private static object? Replace(Expression expression, ParameterExpression parameter, object query)
    {
        switch (expression)
        {
            case ParameterExpression found when found == parameter:
                return query;

            case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                return Replace(convert.Operand, parameter, query);

            case MethodCallExpression call:
                var target = call.Object is null ? null : Replace(call.Object, parameter, query);
                return call.Method.Invoke(target, [.. call.Arguments.Select(argument => Replace(argument, parameter, query))]);

            default:
                return ExpressionValues.Evaluate(expression);
        }
    }
}
