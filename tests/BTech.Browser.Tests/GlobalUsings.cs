global using Xunit;

[assembly: AssemblyFixture(typeof(BTech.Browser.Tests.House))]
