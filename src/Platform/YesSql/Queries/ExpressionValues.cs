using System.Linq.Expressions;
using System.Reflection;

namespace YesSql.Queries;

/// <summary>The present value of an expression that does not depend on a row: captured variables, their members, calls.</summary>
internal static class ExpressionValues
{
    public static object? Evaluate(Expression expression)
    {
        switch (expression)
        {
            case ConstantExpression constant:
                return constant.Value;

            case MemberExpression { Member: FieldInfo field } member:
                return field.GetValue(Target(member.Expression, member));

            case MemberExpression { Member: PropertyInfo property } member when Nullable.GetUnderlyingType(member.Member.DeclaringType!) is null:
                return Unwrapped(() => property.GetValue(Target(member.Expression, member)));

            case UnaryExpression { NodeType: ExpressionType.Quote } quote:
                return quote.Operand;

            case UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert when IsPlain(convert):
                return Evaluate(convert.Operand);

            case NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array:
                var elements = Array.CreateInstance(array.Type.GetElementType()!, array.Expressions.Count);
                for (var i = 0; i < array.Expressions.Count; i++)
                    elements.SetValue(Evaluate(array.Expressions[i]), i);
                return elements;

            case MethodCallExpression { Method.IsGenericMethodDefinition: false } call when !call.Method.GetParameters().Any(IsByReference):
                var target = call.Object is null ? null : Evaluate(call.Object);
                if (call.Object is not null && target is null)
                    break;
                var arguments = call.Arguments.Select(Evaluate).ToArray();
                return Unwrapped(() => call.Method.Invoke(target, arguments));
        }

        return Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
    }

    // A conversion that only boxes, or widens a reference or a nullable, leaves the object as it is.
    private static bool IsPlain(UnaryExpression convert)
    {
        var from = convert.Operand.Type;
        var to = Nullable.GetUnderlyingType(convert.Type) ?? convert.Type;
        return to == from || !to.IsValueType && to.IsAssignableFrom(from);
    }

    private static bool IsByReference(ParameterInfo parameter) => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike;

    private static object? Target(Expression? expression, MemberExpression member) =>
        expression is null
            ? null
            : Evaluate(expression) ?? throw new InvalidOperationException($"'{member}' cannot be read, since '{expression}' is null.");

    private static object? Unwrapped(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }
}
