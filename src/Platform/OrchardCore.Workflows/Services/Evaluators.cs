using System.Text.Encodings.Web;
using OrchardCore.Scripting;
using OrchardCore.Workflows.Models;

namespace OrchardCore.Workflows.Services;

/// <summary>Evaluates Liquid; the instance is there as <c>Workflow</c>.</summary>
public interface IWorkflowExpressionEvaluator
{
    /// <param name="encoder">Encodes what the values bring; null for plain text.</param>
    Task<T> EvaluateAsync<T>(WorkflowExpression<T> expression, WorkflowExecutionContext workflowContext, TextEncoder encoder);
}

/// <summary>Evaluates JavaScript, with limits of time, memory and depth.</summary>
public interface IWorkflowScriptEvaluator
{
    Task<T> EvaluateAsync<T>(WorkflowExpression<T> expression, WorkflowExecutionContext workflowContext, params IGlobalMethodProvider[] scopedMethodProviders);
}
