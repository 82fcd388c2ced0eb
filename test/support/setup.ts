// type-graphql's decorators need it before the first module is loaded.
import 'reflect-metadata';
