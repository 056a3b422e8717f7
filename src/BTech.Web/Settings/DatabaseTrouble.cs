using Npgsql;

namespace BTech.Web.Settings;

/// <summary>What is wrong between this program and its databases, for the person at the keyboard.</summary>
public static class DatabaseTrouble
{
    /// <summary>One sentence with the remedy; nothing when the fault is of another kind.</summary>
    public static string? Sentence(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is NpgsqlException trouble)
                return Sentence(trouble);
        return null;
    }

    private static string? Sentence(NpgsqlException trouble) => trouble switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            "The database refuses a role's name or password; correct the ConnectionStrings__… settings.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            "The server has no database of that name; make it, or correct the ConnectionStrings__… settings.",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName } =>
            "The database does not have this version's tables; run the verb migrate first.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            "A role may not do what it must; run docs/roles.sql and the verb migrate.",
        PostgresException => null,
        _ => "The database does not answer; start it, or correct the ConnectionStrings__… settings.",
    };
}
