namespace OrchardCore.Workflows.Http;

/// <summary>As the last result it says that the workflow has written the response.</summary>
public class WorkflowHttpResult
{
    public static readonly WorkflowHttpResult Instance = new();
}
