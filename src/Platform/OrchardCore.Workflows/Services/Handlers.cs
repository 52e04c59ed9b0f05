using OrchardCore.Workflows.Models;

namespace OrchardCore.Workflows.Services;

/// <summary>Told of instances that are made, changed and deleted.</summary>
public interface IWorkflowHandler
{
    Task CreatedAsync(WorkflowCreatedContext context);

    Task UpdatedAsync(WorkflowUpdatedContext context);

    Task DeletedAsync(WorkflowDeletedContext context);
}

public abstract class WorkflowContext
{
    protected WorkflowContext(Workflow workflow) => Workflow = workflow;

    public Workflow Workflow { get; }
}

public class WorkflowCreatedContext(Workflow workflow) : WorkflowContext(workflow);

public class WorkflowUpdatedContext(Workflow workflow) : WorkflowContext(workflow);

public class WorkflowDeletedContext(Workflow workflow) : WorkflowContext(workflow);

/// <summary>Told of types that are made, changed and deleted.</summary>
public interface IWorkflowTypeEventHandler
{
    Task CreatedAsync(WorkflowTypeCreatedContext context);

    Task UpdatedAsync(WorkflowTypeUpdatedContext context);

    Task DeletedAsync(WorkflowTypeDeletedContext context);
}

public abstract class WorkflowTypeContext
{
    protected WorkflowTypeContext(WorkflowType workflowType) => WorkflowType = workflowType;

    public WorkflowType WorkflowType { get; }
}

public class WorkflowTypeCreatedContext(WorkflowType workflowType) : WorkflowTypeContext(workflowType);

public class WorkflowTypeUpdatedContext(WorkflowType workflowType) : WorkflowTypeContext(workflowType);

public class WorkflowTypeDeletedContext(WorkflowType workflowType) : WorkflowTypeContext(workflowType);

/// <summary>Adds to what expressions and scripts can use, and to what can be stored of an instance's values.</summary>
public interface IWorkflowExecutionContextHandler
{
    Task EvaluatingExpressionAsync(WorkflowExecutionExpressionContext context);

    Task EvaluatingScriptAsync(WorkflowExecutionScriptContext context);

    Task DehydrateValueAsync(SerializeWorkflowValueContext context);

    Task RehydrateValueAsync(SerializeWorkflowValueContext context);
}

/// <summary>A handler that does nothing.</summary>
public abstract class WorkflowExecutionContextHandlerBase : IWorkflowExecutionContextHandler
{
    public virtual Task EvaluatingExpressionAsync(WorkflowExecutionExpressionContext context) => Task.CompletedTask;

    public virtual Task EvaluatingScriptAsync(WorkflowExecutionScriptContext context) => Task.CompletedTask;

    public Task DehydrateValueAsync(SerializeWorkflowValueContext context) => Task.CompletedTask;

    public Task RehydrateValueAsync(SerializeWorkflowValueContext context) => Task.CompletedTask;
}

/// <summary>Stores values that are not plain data, such as content items, by their ids, and finds them again.</summary>
public interface IWorkflowValueSerializer
{
    Task SerializeValueAsync(SerializeWorkflowValueContext context);

    Task DeserializeValueAsync(SerializeWorkflowValueContext context);
}

/// <summary>Sealed texts that nobody else can make, for links that carry a right.</summary>
public interface ISecurityTokenService
{
    string CreateToken<T>(T payload, TimeSpan lifetime);

    /// <returns>False where the token was not made here, or its time is over.</returns>
    bool TryDecryptToken<T>(string token, out T payload);
}
