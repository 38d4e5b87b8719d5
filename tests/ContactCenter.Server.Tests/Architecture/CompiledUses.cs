using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ContactCenter.Server.Tests.Architecture;

/// <summary>A type as it was compiled: whatever it was called in the source, this is what it uses.</summary>
/// <param name="Namespace">Of the outermost type around it.</param>
/// <param name="Uses">Full names of the types it mentions anywhere: signatures, bodies, attributes, arguments of generics.</param>
/// <param name="Strings">The texts in it, put together as the compiler did.</param>
internal sealed record CompiledType(string Name, string Namespace, IReadOnlySet<string> Uses, IReadOnlySet<string> Strings);

/// <summary>Reads what an assembly really uses. Aliases, relative names and texts in pieces are all the same after compilation.</summary>
internal static class CompiledUses
{
    public static IReadOnlyList<CompiledType> Of(string assemblyFile)
    {
        using var module = ModuleDefinition.ReadModule(assemblyFile);
        return [.. module.GetTypes().Where(t => t.Name != "<Module>").Select(Read)];
    }

    private static CompiledType Read(TypeDefinition type)
    {
        var (uses, strings) = (new HashSet<string>(), new HashSet<string>());
        Add(uses, type.BaseType);
        foreach (var implemented in type.Interfaces)
            Add(uses, implemented.InterfaceType);
        foreach (var field in type.Fields)
        {
            Add(uses, field.FieldType);
            if (field.Constant is string text)
                strings.Add(text);
        }
        foreach (var method in type.Methods)
            Read(method, uses, strings);
        foreach (var attributes in type.CustomAttributes.Concat(type.Methods.SelectMany(m => m.CustomAttributes)).Concat(type.Properties.SelectMany(p => p.CustomAttributes)))
            Read(attributes, uses, strings);
        return new CompiledType(type.FullName, Outermost(type).Namespace, uses, strings);
    }

    private static void Read(MethodDefinition method, HashSet<string> uses, HashSet<string> strings)
    {
        Signature(method, uses);
        if (!method.HasBody)
            return;
        foreach (var local in method.Body.Variables)
            Add(uses, local.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers)
            Add(uses, handler.CatchType);
        foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
            Read(operand, uses, strings);
    }

    private static void Read(object? operand, HashSet<string> uses, HashSet<string> strings)
    {
        switch (operand)
        {
            case string text:
                strings.Add(text);
                break;
            case TypeReference type:
                Add(uses, type);
                break;
            case FieldReference field:
                Add(uses, field.DeclaringType);
                Add(uses, field.FieldType);
                break;
            case MethodReference method:
                Add(uses, method.DeclaringType);
                Signature(method, uses);
                break;
        }
    }

    private static void Read(CustomAttribute attribute, HashSet<string> uses, HashSet<string> strings)
    {
        Add(uses, attribute.AttributeType);
        foreach (var argument in attribute.ConstructorArguments)
            Read(argument.Value, uses, strings);
    }

    private static void Signature(MethodReference method, HashSet<string> uses)
    {
        Add(uses, method.ReturnType);
        foreach (var parameter in method.Parameters)
            Add(uses, parameter.ParameterType);
        if (method is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
                Add(uses, argument);
        }
    }

    private static void Add(HashSet<string> uses, TypeReference? type)
    {
        if (type is null or GenericParameter)
            return;
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments)
                Add(uses, argument);
        }
        if (type is TypeSpecification { ElementType: { } inner })
            Add(uses, inner);
        else
            uses.Add(type.FullName);
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
