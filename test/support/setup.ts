// type-graphql's decorators need it before the first room is loaded.
import 'reflect-metadata';
