// Written by npm run gen from the folders of src/scenarios.
export const scenarios = [] as const
