#nullable enable
using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;

namespace PropertySuite.Platform.Display;

/// <summary>
/// Makes, once per view model, a subclass that is also a shape: <c>class ModelShape : Model, IShape, IPositioned</c>
/// whose shape members lead to a <see cref="ShapeViewModel"/> that it holds.
/// </summary>
internal static class ShapeProxy
{
    private static readonly ConcurrentDictionary<Type, Lazy<Type>> _types = new();
    private static readonly Lazy<ModuleBuilder> _module = new(() => AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("PropertySuite.Platform.Display.Proxies"), AssemblyBuilderAccess.Run)
        .DefineDynamicModule("Proxies"));

    private static int _number;

    public static Type TypeFor(Type model) => _types.GetOrAdd(model, static m => new Lazy<Type>(() => Build(m))).Value;

    private static Type Build(Type model)
    {
        if (!model.IsVisible || model.IsSealed || model.GetConstructor(Type.EmptyTypes) is not { } baseConstructor)
            throw new InvalidOperationException($"{model.FullName} cannot be a shape: it must be public, not sealed, and have a public constructor without parameters.");

        lock (_module)
        {
            var type = _module.Value.DefineType(
                $"{model.Name}Shape{++_number}", TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed, model, [typeof(IShape), typeof(IPositioned)]);
            var shape = type.DefineField("_shape", typeof(ShapeViewModel), FieldAttributes.Private | FieldAttributes.InitOnly);

            var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, Type.EmptyTypes).GetILGenerator();
            constructor.Emit(OpCodes.Ldarg_0);
            constructor.Emit(OpCodes.Newobj, typeof(ShapeViewModel).GetConstructor(Type.EmptyTypes)!);
            constructor.Emit(OpCodes.Stfld, shape);
            constructor.Emit(OpCodes.Ldarg_0);
            constructor.Emit(OpCodes.Call, baseConstructor);
            constructor.Emit(OpCodes.Ret);

            foreach (var method in typeof(IShape).GetMethods().Concat(typeof(IPositioned).GetMethods()))
                Forward(type, shape, method);

            return type.CreateType();
        }
    }

    /// <summary>Implements an interface method explicitly, so that a member of the model with the same name stays its own.</summary>
    private static void Forward(TypeBuilder type, FieldInfo shape, MethodInfo method)
    {
        var parameters = method.GetParameters().Select(p => p.ParameterType).ToArray();
        var forward = type.DefineMethod(
            method.DeclaringType!.Name + "." + method.Name,
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            parameters);
        var il = forward.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, shape);
        for (var i = 0; i < parameters.Length; i++)
            il.Emit(OpCodes.Ldarg, i + 1);
        il.Emit(OpCodes.Callvirt, method);
        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(forward, method);
    }
}

/// <summary>The way to make shapes of one view model.</summary>
internal static class ShapeProxy<TModel>
    where TModel : class
{
    private static Func<IShape>? _create;
    private static (PropertyInfo From, PropertyInfo To)[]? _copies;

    /// <summary>Makes a shape without asking the context for anything.</summary>
    public static readonly Func<IBuildShapeContext, ValueTask<IShape>> Builder = static _ => new ValueTask<IShape>(Create());

    public static IShape Create() => (_create ??= MakeCreator())();

    public static void CopyProperties(TModel from, TModel to)
    {
        _copies ??= typeof(TModel).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.CanRead && p.CanWrite && p.GetIndexParameters().Length == 0)
            .Select(p => (p, p))
            .ToArray();

        foreach (var (source, target) in _copies)
            target.SetValue(to, source.GetValue(from));
    }

    private static Func<IShape> MakeCreator()
    {
        var type = typeof(IShape).IsAssignableFrom(typeof(TModel)) ? typeof(TModel) : ShapeProxy.TypeFor(typeof(TModel));
        return System.Linq.Expressions.Expression.Lambda<Func<IShape>>(
            System.Linq.Expressions.Expression.Convert(System.Linq.Expressions.Expression.New(type), typeof(IShape))).Compile();
    }
}
