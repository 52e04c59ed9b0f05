using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using YesSql.Internals;
using YesSql.Services;

namespace YesSql.Queries;

/// <summary>
/// Writes a condition on rows as SQL. The list of what it understands is closed; a value never becomes part of the text but a
/// parameter, except true and false.
/// </summary>
internal sealed class ConditionWriter(QueryParameters parameters, SqlDialectBase dialect, Func<Type, IndexTable> tableOf)
{
    private readonly Dictionary<ParameterExpression, (string Alias, IndexShape Shape)> _rows = [];

    public void Bind(ParameterExpression row, string alias, IndexShape shape) => _rows[row] = (alias, shape);

    public void Condition(StringBuilder sql, Expression expression)
    {
        if (!IsOfRow(expression))
        {
            sql.Append(ExpressionValues.Evaluate(expression) is true ? "1 = 1" : "1 = 0");
            return;
        }

        switch (expression)
        {
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both when IsTruth(both.Type):
                Combine(sql, both, " and ");
                break;

            case BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either when IsTruth(either.Type):
                Combine(sql, either, " or ");
                break;

            case BinaryExpression binary when ComparisonOf(binary.NodeType) is { } operation:
                Compare(sql, binary, operation);
                break;

            case UnaryExpression { NodeType: ExpressionType.Not } negation when IsTruth(negation.Type):
                sql.Append("not (");
                Condition(sql, negation.Operand);
                sql.Append(')');
                break;

            case UnaryExpression { NodeType: ExpressionType.Convert } convert when IsTruth(convert.Operand.Type):
                Condition(sql, convert.Operand);
                break;

            case MemberExpression { Member.Name: "HasValue", Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null:
                Operand(sql, nullable);
                sql.Append(" is not null");
                break;

            case MemberExpression member when IsTruth(member.Type) && ColumnOf(member) is { } column:
                sql.Append(column).Append(" = ").Append(dialect.GetSqlValue(true));
                break;

            case MethodCallExpression call:
                Call(sql, call);
                break;

            default:
                throw NotTranslatable(expression);
        }
    }

    /// <summary>A value: a column, something calculated from columns, or a parameter.</summary>
    public void Operand(StringBuilder sql, Expression expression)
    {
        if (!IsOfRow(expression))
        {
            sql.Append(parameters.Add(dialect.TryConvert(ExpressionValues.Evaluate(expression))));
            return;
        }

        switch (expression)
        {
            case MemberExpression member when ColumnOf(member) is { } column:
                sql.Append(column);
                break;

            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert when KeepsStoredForm(convert):
                Operand(sql, convert.Operand);
                break;

            case UnaryExpression { NodeType: ExpressionType.Negate } negate when IsNumber(negate.Type):
                sql.Append("(-");
                Operand(sql, negate.Operand);
                sql.Append(')');
                break;

            case BinaryExpression { NodeType: ExpressionType.Add } add when add.Type == typeof(string):
                Concatenate(sql, [add.Left, add.Right]);
                break;

            case BinaryExpression binary when ArithmeticOf(binary.NodeType) is { } operation && IsNumber(binary.Type):
                sql.Append('(');
                Operand(sql, binary.Left);
                sql.Append(operation);
                Operand(sql, binary.Right);
                sql.Append(')');
                break;

            case MethodCallExpression { Method: { Name: nameof(string.Concat) } method } concat
                when method.DeclaringType == typeof(string) && concat.Arguments.All(argument => !argument.Type.IsArray):
                Concatenate(sql, concat.Arguments);
                break;

            case MethodCallExpression { Arguments.Count: 1 } aggregate when aggregate.Method.DeclaringType == typeof(DefaultQueryExtensions):
                var argument = new StringBuilder();
                Operand(argument, aggregate.Arguments[0]);
                sql.Append(dialect.RenderMethod(aggregate.Method.Name.ToLowerInvariant(), argument.ToString()));
                break;

            default:
                throw NotTranslatable(expression);
        }
    }

    private static bool IsTruth(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool);

    private static string? ComparisonOf(ExpressionType type) => type switch
    {
        ExpressionType.Equal => " = ",
        ExpressionType.NotEqual => " <> ",
        ExpressionType.LessThan => " < ",
        ExpressionType.LessThanOrEqual => " <= ",
        ExpressionType.GreaterThan => " > ",
        ExpressionType.GreaterThanOrEqual => " >= ",
        _ => null,
    };

    private static string? ArithmeticOf(ExpressionType type) => type switch
    {
        ExpressionType.Add or ExpressionType.AddChecked => " + ",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => " - ",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => " * ",
        ExpressionType.Divide => " / ",
        ExpressionType.Modulo => " % ",
        _ => null,
    };

    private static NotSupportedException NotTranslatable(Expression expression) => new(
        $"The expression '{expression}' cannot be a condition of a query. Conditions are made of columns, values, comparisons, and, or, "
        + "not, arithmetic, StartsWith, EndsWith, Contains, Concat, IsIn, IsNotIn, IsLike and IsNotLike.");

    private bool IsNumber(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(decimal)
            ? dialect.CanCalculateWithDecimals
            : type.IsPrimitive && type != typeof(bool) && type != typeof(char);
    }

    // Conversions between whole numbers, to a nullable, to object or from an enumeration do not change what is stored; one to decimal does.
    private static bool KeepsStoredForm(UnaryExpression convert)
    {
        var from = Nullable.GetUnderlyingType(convert.Operand.Type) ?? convert.Operand.Type;
        var to = Nullable.GetUnderlyingType(convert.Type) ?? convert.Type;
        return from == to || to == typeof(object) || (from != typeof(decimal) && to != typeof(decimal));
    }

    private void Combine(StringBuilder sql, BinaryExpression both, string word)
    {
        sql.Append('(');
        Condition(sql, both.Left);
        sql.Append(word);
        Condition(sql, both.Right);
        sql.Append(')');
    }

    private void Compare(StringBuilder sql, BinaryExpression comparison, string operation)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        if (comparison.NodeType is ExpressionType.Equal or ExpressionType.NotEqual)
        {
            if (!IsOfRow(left))
                (left, right) = (right, left);
            if (!IsOfRow(right))
            {
                var value = dialect.TryConvert(ExpressionValues.Evaluate(right));
                Operand(sql, left);
                if (value is null)
                    sql.Append(comparison.NodeType == ExpressionType.Equal ? " is null" : " is not null");
                else
                    sql.Append(operation).Append(parameters.Add(value));
                return;
            }
        }

        Operand(sql, left);
        sql.Append(operation);
        Operand(sql, right);
    }

    private void Call(StringBuilder sql, MethodCallExpression call)
    {
        var method = call.Method;
        if (method.DeclaringType == typeof(string) && call is { Object: { } text, Arguments.Count: 1 } && call.Arguments[0].Type == typeof(string))
        {
            switch (method.Name)
            {
                case nameof(string.StartsWith): Like(sql, text, call.Arguments[0], before: "", after: "%", not: false); return;
                case nameof(string.EndsWith): Like(sql, text, call.Arguments[0], before: "%", after: "", not: false); return;
                case nameof(string.Contains): Like(sql, text, call.Arguments[0], before: "%", after: "%", not: false); return;
            }
        }

        if (method.DeclaringType == typeof(DefaultQueryExtensions) && call.Arguments.Count == 2)
        {
            var (source, argument) = (call.Arguments[0], call.Arguments[1]);
            switch (method.Name)
            {
                case nameof(DefaultQueryExtensions.IsIn): In(sql, source, argument, not: false); return;
                case nameof(DefaultQueryExtensions.IsNotIn): In(sql, source, argument, not: true); return;
                case nameof(DefaultQueryExtensions.IsLike): Pattern(sql, source, argument, " like "); return;
                case nameof(DefaultQueryExtensions.IsNotLike): Pattern(sql, source, argument, " not like "); return;
                case nameof(DefaultQueryExtensions.NotContains): Like(sql, source, argument, before: "%", after: "%", not: true); return;
            }
        }

        if (method.DeclaringType == typeof(DefaultQueryExtensionsIndex))
        {
            InRows(sql, call);
            return;
        }

        throw NotTranslatable(call);
    }

    private void Pattern(StringBuilder sql, Expression source, Expression pattern, string operation)
    {
        Operand(sql, source);
        sql.Append(operation);
        Operand(sql, pattern);
    }

    private void Like(StringBuilder sql, Expression source, Expression text, string before, string after, bool not)
    {
        if (IsOfRow(text))
            throw NotTranslatable(text);

        var value = (string?)ExpressionValues.Evaluate(text) ?? "";
        var escape = dialect.LikeEscape.ToString();
        var literal = value.Replace(escape, escape + escape, StringComparison.Ordinal)
            .Replace("%", escape + "%", StringComparison.Ordinal)
            .Replace("_", escape + "_", StringComparison.Ordinal);

        Operand(sql, source);
        sql.Append(not ? " not like " : " like ").Append(parameters.Add(before + literal + after)).Append(" escape '").Append(escape).Append('\'');
    }

    private void In(StringBuilder sql, Expression source, Expression list, bool not)
    {
        var values = ((IEnumerable?)ExpressionValues.Evaluate(list) ?? Array.Empty<object>()).Cast<object?>()
            .Select(dialect.TryConvert).Where(value => value is not null).ToList();
        if (values.Count == 0)
        {
            sql.Append(not ? "1 = 1" : "1 = 0");
            return;
        }

        // The last value is repeated up to the next power of two, so that lists of all lengths share a few prepared statements.
        var length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count);
        var names = new StringBuilder();
        for (var i = 0; i < length; i++)
            names.Append(i == 0 ? "" : ", ").Append(parameters.Add(values[Math.Min(i, values.Count - 1)]));

        Operand(sql, source);
        sql.Append(not ? dialect.NotInOperator(names.ToString()) : dialect.InOperator(names.ToString()));
    }

    private void InRows(StringBuilder sql, MethodCallExpression call)
    {
        var table = tableOf(call.Method.GetGenericArguments()[0]);
        var alias = parameters.NextAlias(table.IndexType);
        var query = new StringBuilder("select ");
        var select = (LambdaExpression)ExpressionValues.Evaluate(call.Arguments[1])!;
        Bind(select.Parameters[0], alias, table.Shape);
        Operand(query, select.Body);
        query.Append(" from ").Append(table.Quoted).Append(" as ").Append(alias);
        if (call.Arguments.Count > 2)
        {
            var where = (LambdaExpression)ExpressionValues.Evaluate(call.Arguments[2])!;
            Bind(where.Parameters[0], alias, table.Shape);
            query.Append(" where ");
            Condition(query, where.Body);
        }

        Operand(sql, call.Arguments[0]);
        sql.Append(call.Method.Name.Contains("Not", StringComparison.Ordinal)
            ? dialect.NotInSelectOperator(query.ToString())
            : dialect.InSelectOperator(query.ToString()));
    }

    private void Concatenate(StringBuilder sql, IEnumerable<Expression> parts) =>
        dialect.Concat(new TextBuilder(sql), [.. parts.Select(part => (Action<IStringBuilder>)(_ => Operand(sql, part)))]);

    private string? ColumnOf(MemberExpression member)
    {
        // "x.Until.Value" is the column Until.
        if (member is { Member.Name: "Value", Expression: MemberExpression nullable } && Nullable.GetUnderlyingType(nullable.Type) is not null)
            return ColumnOf(nullable);

        var owner = member.Expression;
        while (owner is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } convert)
            owner = convert.Operand;

        return owner is ParameterExpression parameter && _rows.TryGetValue(parameter, out var row) && row.Shape.HasColumn(member.Member.Name)
            ? row.Alias + "." + dialect.QuoteForColumnName(member.Member.Name)
            : null;
    }

    private static bool IsOfRow(Expression expression) => expression switch
    {
        ParameterExpression => true,
        ConstantExpression => false,
        MemberExpression member => member.Expression is not null && IsOfRow(member.Expression),
        UnaryExpression { NodeType: ExpressionType.Quote } => false,
        UnaryExpression unary => IsOfRow(unary.Operand),
        BinaryExpression binary => IsOfRow(binary.Left) || IsOfRow(binary.Right),
        MethodCallExpression call => (call.Object is not null && IsOfRow(call.Object)) || call.Arguments.Any(IsOfRow),
        _ => RowFinder.Finds(expression),
    };

    private sealed class RowFinder : ExpressionVisitor
    {
        private bool _found;

        public static bool Finds(Expression expression)
        {
            var finder = new RowFinder();
            finder.Visit(expression);
            return finder._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found = true;
            return node;
        }
    }
}

/// <summary>The parameters of one statement, and the aliases of its tables.</summary>
internal sealed class QueryParameters(SqlDialectBase dialect)
{
    private int _aliases;

    public List<KeyValuePair<string, object?>> Values { get; } = [];

    public string Add(object? storedForm)
    {
        var name = "@p" + Values.Count.ToString(CultureInfo.InvariantCulture);
        Values.Add(new(name, storedForm));
        return name;
    }

    public string NextAlias(Type indexType) =>
        dialect.QuoteForAliasName(indexType.Name + "_a" + (++_aliases).ToString(CultureInfo.InvariantCulture));
}
