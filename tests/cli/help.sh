isnad help
isnad --help | head -1
isnad help code | head -1
isnad code --help | head -1
isnad explain -h | head -1
isnad help eval | head -1
isnad help version
isnad help help | head -1
isnad version | tr -- - +
isnad --version | tr -- - +
