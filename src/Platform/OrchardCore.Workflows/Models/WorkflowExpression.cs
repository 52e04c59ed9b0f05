namespace OrchardCore.Workflows.Models;

/// <summary>A text that gives a <typeparamref name="T"/> when it is evaluated: Liquid, or JavaScript where a script is meant.</summary>
public class WorkflowExpression<T>
{
    public WorkflowExpression()
    {
    }

    public WorkflowExpression(string expression) => Expression = expression;

    public string Expression { get; set; }

    public override string ToString() => Expression;
}
