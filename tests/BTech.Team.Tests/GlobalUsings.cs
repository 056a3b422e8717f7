global using BTech.Agenda;
global using BTech.Team.Accounts;
global using BTech.Team.Audit;
global using BTech.Team.Roles;
global using BTech.Team.Sessions;
global using BTech.Team.TwoPersons;
global using BTech.Testing;
global using Xunit;
